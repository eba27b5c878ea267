import { HttpClient, httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type {
  ActionTemplateDto,
  ActionTemplateInputDto,
} from '../../../backend/actions/action-templates.dto';
import { I18n } from '../i18n/i18n';
import { Session } from '../session/session';
import { EmptyState } from '../ui/empty-state';
import { ErrorState } from '../ui/error-state';
import { Heading } from '../ui/heading';
import { Icon } from '../ui/icon';
import { kept } from '../ui/kept';
import { Loading } from '../ui/loading';
import { Toasts } from '../ui/toasts';
import { ActionTemplateForm } from './action-template-form';

/** `/modeles`: what actions start from, written by the quality manager for those who open them. */
@Component({
  selector: 'boucle-action-template-list',
  imports: [ActionTemplateForm, EmptyState, ErrorState, Heading, Icon, Loading],
  templateUrl: './action-template-list.html',
})
export class ActionTemplateList {
  protected readonly t = inject(I18n).t;
  protected readonly templates = httpResource<ActionTemplateDto[]>(() => '/api/action-templates');
  protected readonly known = kept(this.templates);
  /** The template in hand; one without an id is new. */
  protected readonly editing = signal<Partial<ActionTemplateDto> | null>(null);
  private readonly http = inject(HttpClient);
  private readonly toasts = inject(Toasts);
  private readonly session = inject(Session);
  protected readonly mayWrite = computed(() => this.session.may('action.template_write'));

  protected edit(template: ActionTemplateDto | null): void {
    this.editing.set(template ?? {});
  }

  protected close(): void {
    this.editing.set(null);
    this.templates.reload();
  }

  protected async remove({ id, ...template }: ActionTemplateDto): Promise<void> {
    try {
      await firstValueFrom(this.http.delete(`/api/action-templates/${id}`));
      this.toasts.show(this.t('actions.templates.removed', { name: template.name }), () =>
        this.restore(template),
      );
    } catch {
      this.toasts.show(this.t('errors.title'));
    }
    this.templates.reload();
  }

  private async restore(template: ActionTemplateInputDto): Promise<void> {
    await firstValueFrom(this.http.post('/api/action-templates', template));
    this.templates.reload();
  }
}
