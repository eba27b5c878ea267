import { HttpClient, httpResource } from '@angular/common/http';
import { Component, inject, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type {
  AnswerTemplateDto,
  AnswerTemplateInputDto,
} from '../../../backend/feedback/answering.dto';
import { I18n } from '../i18n/i18n';
import { EmptyState } from '../ui/empty-state';
import { ErrorState } from '../ui/error-state';
import { Heading } from '../ui/heading';
import { Icon } from '../ui/icon';
import { kept } from '../ui/kept';
import { Loading } from '../ui/loading';
import { Toasts } from '../ui/toasts';
import { TemplateForm } from './template-form';

/** `/reponses-types`: the wordings that answers start from, shared by those who answer. */
@Component({
  selector: 'boucle-template-list',
  imports: [EmptyState, ErrorState, Heading, Icon, Loading, TemplateForm],
  templateUrl: './template-list.html',
})
export class TemplateList {
  protected readonly t = inject(I18n).t;
  protected readonly templates = httpResource<AnswerTemplateDto[]>(() => '/api/answer-templates');
  protected readonly known = kept(this.templates);
  /** The wording in hand; one without an id is new. */
  protected readonly editing = signal<Partial<AnswerTemplateDto> | null>(null);
  private readonly http = inject(HttpClient);
  private readonly toasts = inject(Toasts);

  protected edit(template: AnswerTemplateDto | null): void {
    this.editing.set(template ?? {});
  }

  protected close(): void {
    this.editing.set(null);
    this.templates.reload();
  }

  protected async remove({ id, ...wording }: AnswerTemplateDto): Promise<void> {
    try {
      await firstValueFrom(this.http.delete(`/api/answer-templates/${id}`));
      const { name } = wording;
      this.toasts.show(this.t('answering.templates.removed', { name }), () =>
        this.restore(wording),
      );
    } catch {
      this.toasts.show(this.t('errors.title'));
    }
    this.templates.reload();
  }

  private async restore(wording: AnswerTemplateInputDto): Promise<void> {
    await firstValueFrom(this.http.post('/api/answer-templates', wording));
    this.templates.reload();
  }
}
