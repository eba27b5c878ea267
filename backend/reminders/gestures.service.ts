import { Injectable } from '@nestjs/common';
import { KnownMembers } from '../access/known-members.js';
import type { Member } from '../access/member.js';
import { SignedLinks } from '../access/signed-links.js';
import { ActionsService } from '../actions/actions.service.js';
import type { ReportProgressDto } from '../actions/actions.dto.js';
import type { RescheduleActionDto } from '../actions/deferrals.dto.js';
import { Deferrals } from '../actions/deferrals.service.js';
import { Disowning } from '../work/disowning.service.js';
import { Tenancy } from '../database/tenancy.js';
import type { AnswerGesture } from '../domain/answer-gestures.js';
import type { Day } from '../domain/days.js';
import { Refusal } from '../domain/refusal.js';
import { calendarOf } from '../organization/calendar.js';
import { Organization } from '../organization/organization.entity.js';
import { askedAbout, type AskedAction } from './asked-action.js';

/** What a letter's link asks its reader about. */
export interface Asked {
  me: Member;
  organizationName: string;
  colour: string;
  today: Day;
  action: AskedAction;
  /** Whether they may move the due date themselves, or ask for it. */
  movesAtOnce: boolean;
}

/** What an owner says of an action from a letter, known by its link alone. */
@Injectable()
export class Gestures {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly links: SignedLinks,
    private readonly members: KnownMembers,
    private readonly actions: ActionsService,
    private readonly deferrals: Deferrals,
    private readonly disowning: Disowning,
  ) {}

  /** @throws Refusal `link.expired`, `link.unknown`, `link.person_gone` or `link.not_owner`. */
  async open(token: string, now = new Date()): Promise<Asked> {
    const { personId, subjectId, organizationId } = await this.links.answering(token, now);
    const me = await this.members.byMail({ organizationId }, personId);
    return this.tenancy.within(me, async (tx) => {
      const { name, colour } = await tx.findOneByOrFail(Organization, { id: organizationId });
      const action = await askedAbout(tx, subjectId);
      if (action?.ownerId !== me.id) {
        throw new Refusal('gone', 'link.not_owner', { actionId: action?.id });
      }
      const { today } = await calendarOf(tx, me, now);
      const movesAtOnce = me.may('action.reschedule', action.unitId);
      return { me, organizationName: name, colour, today, action, movesAtOnce };
    });
  }

  /** Says how far it has come, or that it is done; the same said again on one day is said once. */
  report({ me, action: { id } }: Asked, said: ReportProgressDto, now = new Date()): Promise<void> {
    return this.tenancy.within(me, async (tx) => {
      const action = await this.actions.find(tx, me, id);
      if (action.ownerId !== me.id) throw new Refusal('gone', 'link.not_owner');
      const { today, dayOf } = await calendarOf(tx, me, now);
      const last = (await askedAbout(tx, id))?.said;
      const again =
        !said.done &&
        !action.disownedOn &&
        last?.progress === said.progress &&
        last.note === (said.note ?? null) &&
        dayOf(new Date(last.at)) === today;
      if (!again) await this.actions.progress(tx, me, action, said, now);
    });
  }

  /** Moves the due date where they may, else asks for it. */
  async moreTime(
    { me, action, movesAtOnce }: Asked,
    change: RescheduleActionDto,
    now = new Date(),
  ): Promise<void> {
    if (movesAtOnce) await this.deferrals.reschedule(me, action.id, change, now);
    else await this.deferrals.ask(me, action.id, change, now);
    // Whoever needs time for it has taken it back.
    await this.disowning.takeBack(me, action.id);
  }

  disown({ me, action: { id } }: Asked, note: string, now = new Date()): Promise<void> {
    return this.disowning.disown(me, id, note, now);
  }

  /** Takes back what still can be: a request that waits, or that it is not theirs. */
  async undo({ me, action: { id, waiting } }: Asked, gesture: AnswerGesture): Promise<void> {
    if (gesture === 'not_mine') await this.disowning.takeBack(me, id);
    if (gesture === 'more_time' && waiting) await this.deferrals.withdraw(me, id, waiting.id);
  }
}
