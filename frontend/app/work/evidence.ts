import { Component, inject, input, signal } from '@angular/core';
import type { ActionDto } from '../../../backend/actions/actions.dto';
import type { EvidenceFileDto, FigureDto, LinkDto } from '../../../backend/actions/action-work.dto';
import type { AttachmentDto } from '../../../backend/attachments/attachments.dto';
import { AttachedFiles } from '../attachments/attached-files';
import { DayPipe } from '../i18n/dates';
import { I18n } from '../i18n/i18n';
import { Numbers } from '../i18n/numbers';
import { ErrorState } from '../ui/error-state';
import { Icon } from '../ui/icon';
import { Toasts } from '../ui/toasts';
import { deeds } from './deeds';
import { FigureForm } from './figure-form';
import { FileAdder } from './file-adder';
import { focusLater } from './focus-later';
import { LinkForm } from './link-form';
import { WorkClient } from './work-client';

/** What shows what an action came to: files, links, figures. */
@Component({
  selector: 'boucle-evidence',
  imports: [AttachedFiles, DayPipe, ErrorState, FigureForm, FileAdder, Icon, LinkForm],
  templateUrl: './evidence.html',
  styleUrl: './evidence.css',
})
export class Evidence {
  readonly action = input.required<ActionDto>();

  protected readonly t = inject(I18n).t;
  protected readonly numbers = inject(Numbers);
  protected readonly deeds = deeds();
  protected readonly adding = signal<'file' | 'link' | 'figure' | null>(null);
  protected readonly ways = [
    ['file', 'paperclip', 'work.evidence.file'],
    ['link', 'link', 'work.evidence.link'],
    ['figure', 'chart-line', 'work.evidence.figure'],
  ] as const;
  private readonly client = inject(WorkClient);
  private readonly toasts = inject(Toasts);
  private readonly focusLater = focusLater();

  protected readonly addressOf = ({ id }: AttachmentDto): string =>
    `/api/actions/${this.action().id}/evidence/${id}/file`;
  protected readonly removable = (file: AttachmentDto): boolean =>
    (file as EvidenceFileDto).mayRemove;
  protected readonly removeFile = ({ id }: AttachmentDto, reason: string): Promise<unknown> =>
    this.client.removeEvidence(this.action().id, id, reason);

  protected leave(): void {
    this.focusLater(`add-${this.adding()}`);
    this.adding.set(null);
  }

  protected async removeLink({ id: linkId, label, address }: LinkDto): Promise<void> {
    const { id } = this.action();
    if (!(await this.deeds.do(() => this.client.removeEvidence(id, linkId)))) return;
    this.toasts.show(this.t('work.evidence.removed', { label }), () =>
      this.deeds.do(() => this.client.addLink(id, linkId, { label, address })),
    );
  }

  protected async removeFigure(figure: FigureDto): Promise<void> {
    const { id } = this.action();
    const { label, value, unit, day } = figure;
    if (!(await this.deeds.do(() => this.client.removeEvidence(id, figure.id)))) return;
    this.toasts.show(this.t('work.evidence.removed', { label }), () =>
      this.deeds.do(() => this.client.addFigure(id, figure.id, { label, value, unit, day })),
    );
  }
}
