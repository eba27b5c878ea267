import { Component, inject } from '@angular/core';
import type { AnswerTemplateDto } from '../../../backend/feedback/answering.dto';
import { I18n } from '../i18n/i18n';
import { EmptyState } from '../ui/empty-state';
import { ErrorState } from '../ui/error-state';
import { Heading } from '../ui/heading';
import { Icon } from '../ui/icon';
import { KeptList } from '../ui/kept-list';
import { Loading } from '../ui/loading';
import { TemplateForm } from './template-form';

/** `/reponses-types`: the wordings that answers start from, shared by those who answer. */
@Component({
  selector: 'boucle-template-list',
  imports: [EmptyState, ErrorState, Heading, Icon, Loading, TemplateForm],
  templateUrl: './template-list.html',
})
export class TemplateList {
  protected readonly t = inject(I18n).t;
  protected readonly templates = new KeptList<AnswerTemplateDto>('/api/answer-templates', (name) =>
    this.t('answering.templates.removed', { name }),
  );
}
