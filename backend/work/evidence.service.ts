import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Member } from '../access/member.js';
import { ActionEvidence } from '../actions/action-evidence.entity.js';
import { mustWork, standingOf } from '../actions/action-standing.js';
import type { Action } from '../actions/action.entity.js';
import { ActionsService } from '../actions/actions.service.js';
import { Attachment } from '../attachments/attachment.entity.js';
import { Attachments, describeAttachment } from '../attachments/attachments.service.js';
import { cleanFile, type SentFile } from '../attachments/clean-file.js';
import type { Handed } from '../attachments/hand-over.js';
import { Tenancy } from '../database/tenancy.js';
import { evidenceMaximum, evidenceYears, settleLink } from '../domain/action-work.js';
import { addYears } from '../domain/days.js';
import { Refusal } from '../domain/refusal.js';
import { Journal } from '../journal/journal.js';
import { calendarOf } from '../organization/calendar.js';
import type { SaveFigureDto, SaveLinkDto } from './evidence.dto.js';

type Shown = Pick<ActionEvidence, 'label'> &
  Partial<Pick<ActionEvidence, 'address' | 'value' | 'unit' | 'day'>>;

/** What shows what an action came to: files, links, figures. */
@Injectable()
export class Evidence {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly actions: ActionsService,
    private readonly attachments: Attachments,
    private readonly journal: Journal,
  ) {}

  saveLink(me: Member, actionId: string, id: string, link: SaveLinkDto): Promise<void> {
    const address = settleLink(link.address);
    return this.save(me, actionId, id, { label: link.label.trim(), address });
  }

  saveFigure(me: Member, actionId: string, id: string, figure: SaveFigureDto): Promise<void> {
    const { label, value, unit, day } = figure;
    return this.save(me, actionId, id, { label: label.trim(), value, unit: unit.trim(), day });
  }

  /** Adds a file; whether they may is known before any of it is read, and nothing waits while it comes. */
  async attach(
    me: Member,
    actionId: string,
    read: () => Promise<SentFile>,
    now = new Date(),
  ): Promise<void> {
    await this.tenancy.within(me, (tx) => this.find(tx, me, actionId));
    const file = await cleanFile(await read());
    await this.tenancy.within(me, async (tx) => {
      await this.find(tx, me, actionId);
      if (await this.attachments.twin(tx, file, { actionId })) return;
      const { today } = await calendarOf(tx, me, now);
      const keeping = { by: me, purgeOn: addYears(today, evidenceYears) };
      const { kind } = await this.attachments.keep(tx, file, { actionId }, keeping);
      // No name: the journal is never purged, and a file's name may hold somebody's.
      await this.journal.write(tx, me, 'action.file_add', actionId, { kind });
    });
  }

  /** A file of an action that I see. @throws Refusal `attachment.unknown`. */
  open(me: Member, actionId: string, id: string): Promise<Handed> {
    return this.tenancy.within(me, async (tx) => {
      await this.actions.peek(tx, me, actionId);
      const found = await tx.findOneBy(Attachment, { id, actionId });
      if (!found) throw new Refusal('unknown', 'attachment.unknown');
      return {
        ...describeAttachment(found),
        bytes: (span) => this.tenancy.within(me, (now) => this.attachments.bytesOf(now, id, span)),
      };
    });
  }

  /** Takes one away for good: whoever added it, owns the action or leads there. The journal keeps who. */
  remove(me: Member, actionId: string, id: string, reason?: string): Promise<void> {
    return this.tenancy.within(me, async (tx) => {
      const action = await this.actions.find(tx, me, actionId);
      const shown = await tx.findOneBy(ActionEvidence, { id, actionId });
      const found = shown ?? (await tx.findOneBy(Attachment, { id, actionId }));
      if (!found) throw new Refusal('unknown', 'record.unknown');
      const { owns, leads } = await standingOf(tx, me, action);
      if (!owns && !leads && found.createdBy !== me.id) {
        throw new Refusal('forbidden', 'permission.missing', { permission: 'action.edit' });
      }
      await tx.delete(shown ? ActionEvidence : Attachment, { id, actionId });
      const verb = shown ? 'action.evidence_remove' : 'action.file_remove';
      const what = { ...(shown && { label: shown.label }), ...(reason && { reason }) };
      await this.journal.write(tx, me, verb, actionId, what);
    });
  }

  /** The same sent twice, because the answer was lost, is one; nobody writes over what another added. */
  private save(me: Member, actionId: string, id: string, shown: Shown): Promise<void> {
    return this.tenancy.within(me, async (tx) => {
      await this.find(tx, me, actionId);
      const known = await tx.findOneBy(ActionEvidence, { id, actionId });
      if (known) {
        if (known.createdBy === me.id && known.label === shown.label) return;
        throw new Refusal('conflict', 'busy');
      }
      if ((await tx.countBy(ActionEvidence, { actionId })) >= evidenceMaximum) {
        throw new Refusal('conflict', 'evidence.too_many', { maximum: evidenceMaximum });
      }
      await tx.insert(ActionEvidence, { ...shown, id, actionId, createdBy: me.id });
      const verb = shown.address ? 'action.link_add' : 'action.figure_add';
      await this.journal.write(tx, me, verb, actionId, { label: shown.label });
    });
  }

  private async find(tx: EntityManager, me: Member, actionId: string): Promise<Action> {
    const action = await this.actions.find(tx, me, actionId);
    await mustWork(tx, me, action, 'prove');
    return action;
  }
}
