import { Component, computed, inject } from '@angular/core';
import type { ActionTemplateDto } from '../../../backend/actions/action-templates.dto';
import { I18n } from '../i18n/i18n';
import { Session } from '../session/session';
import { EmptyState } from '../ui/empty-state';
import { ErrorState } from '../ui/error-state';
import { Heading } from '../ui/heading';
import { Icon } from '../ui/icon';
import { KeptList } from '../ui/kept-list';
import { Loading } from '../ui/loading';
import { ActionTemplateForm } from './action-template-form';

/** `/modeles`: what actions start from, written by the quality manager for those who open them. */
@Component({
  selector: 'boucle-action-template-list',
  imports: [ActionTemplateForm, EmptyState, ErrorState, Heading, Icon, Loading],
  templateUrl: './action-template-list.html',
})
export class ActionTemplateList {
  protected readonly t = inject(I18n).t;
  protected readonly templates = new KeptList<ActionTemplateDto>('/api/action-templates', (name) =>
    this.t('actions.templates.removed', { name }),
  );
  private readonly session = inject(Session);
  protected readonly mayWrite = computed(() => this.session.may('action.template_write'));
}
