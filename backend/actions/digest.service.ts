import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Tenancy, type Tenant } from '../database/tenancy.js';
import { isWorkingDay } from '../domain/days.js';
import { answerStepDue, reminderRules, stepDue } from '../domain/reminders.js';
import { Outbox } from '../mail/outbox.js';
import { PublicAddress } from '../mail/public-address.js';
import { calendarOf } from '../organization/calendar.js';
import { Action } from './action.entity.js';
import { AnswerReminder } from '../feedback/answer-reminder.entity.js';
import { isAnswerToBeTold, owedAnswers, type OwedAnswer } from '../feedback/owed-answers.js';
import { CheckReminder } from './check-reminder.entity.js';
import { checksTold, isCheckToBeTold, owedChecks } from './owed-checks.js';
import {
  digestLetter,
  type DigestAnswer,
  type DigestCheck,
  type DigestItem,
} from './actions.mails.js';
import { Digest } from './digest.entity.js';
import { Reminder } from './reminder.entity.js';

/** An open action with its owner, and the steps that were told already. */
interface OwedAction extends Pick<Action, 'id' | 'title' | 'state' | 'dueOn'> {
  ownerId: string;
  ownerName: string;
  email: string;
  language: string;
  told: number[];
}

/** One e-mail a day at most to each person: all that they owe, when something has come due. */
@Injectable()
export class DigestService {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly outbox: Outbox,
    private readonly address: PublicAddress,
  ) {}

  /** Writes the digests of the day, once its hour has come; gives how many. */
  async sweep(now = new Date()): Promise<number> {
    let written = 0;
    await this.tenancy.each(async (tenant) => {
      const owners = await this.tenancy.within(tenant, (tx) =>
        this.ownersToRemind(tx, tenant, now),
      );
      for (const ownerId of owners) {
        written += await this.tenancy.within(tenant, (tx) => this.remind(tx, tenant, ownerId, now));
      }
    });
    return written;
  }

  private async ownersToRemind(tx: EntityManager, tenant: Tenant, now: Date): Promise<string[]> {
    const { today, hour, isHoliday } = await calendarOf(tx, tenant, now);
    if (hour < reminderRules.hour || !isWorkingDay(today, isHoliday)) return [];
    const owed = await owedActions(tx, today);
    const due = owed.filter((action) => isToBeTold(action, today));
    const answers = await owedAnswers(tx, today);
    const dueAnswers = answers.filter((answer) => isAnswerToBeTold(answer, today));
    const checks = await owedChecks(tx, today);
    const dueChecks = checks.filter((check) => isCheckToBeTold(check, today));
    return [...new Set([...due, ...dueAnswers, ...dueChecks].map(({ ownerId }) => ownerId))];
  }

  private async remind(
    tx: EntityManager,
    tenant: Tenant,
    ownerId: string,
    now: Date,
  ): Promise<number> {
    // Two sweeps at once write to the same person one after the other.
    await tx.query('SELECT FROM person WHERE id = $1 FOR NO KEY UPDATE', [ownerId]);
    const { today } = await calendarOf(tx, tenant, now);
    const owed = await owedActions(tx, today, ownerId);
    const answers = await owedAnswers(tx, today, ownerId);
    const checks = await owedChecks(tx, today, ownerId);
    const [first] = [
      ...owed.filter((action) => isToBeTold(action, today)),
      ...answers.filter((answer) => isAnswerToBeTold(answer, today)),
      ...checks.filter((check) => isCheckToBeTold(check, today)),
    ];
    const written = await tx.existsBy(Digest, { personId: ownerId, day: today });
    if (!first || written) return 0;
    const items: DigestItem[] = owed.map(({ id, title, dueOn }) => ({
      title,
      dueOn,
      link: this.address.of(`/actions/${id}`),
    }));
    const reader = { name: first.ownerName, email: first.email };
    const toAnswer: DigestAnswer[] = answers.map(({ id, reference, kind, unitName, dueOn }) => ({
      ...{ reference, kind, unitName, dueOn },
      link: this.address.of(`/fiches/${id}`),
    }));
    const toVerify: DigestCheck[] = checks.map(({ id, title, dueOn }) => ({
      ...{ title, dueOn },
      link: this.address.of(`/actions/${id}`),
    }));
    const letterId = await this.outbox.post(tx, tenant, first.language, (head) =>
      digestLetter(head, reader, { items, answers: toAnswer, checks: toVerify }, today),
    );
    await tx.insert(Digest, { personId: ownerId, day: today, letterId });
    await tx.insert(
      Reminder,
      owed.flatMap((action) => {
        const step = isToBeTold(action, today) ? stepDue(action.dueOn, action.state, today) : null;
        return step
          ? [{ actionId: action.id, dueOn: action.dueOn, step: step.offset, letterId }]
          : [];
      }),
    );
    await tx.insert(AnswerReminder, answersTold(answers, today, letterId));
    await tx.insert(CheckReminder, checksTold(checks, today, letterId));
    return 1;
  }
}

/** The steps of the answers that a letter tells. */
function answersTold(
  answers: OwedAnswer[],
  today: string,
  letterId: string,
): Partial<AnswerReminder>[] {
  return answers
    .filter((answer) => isAnswerToBeTold(answer, today))
    .flatMap(({ id, ownerId, dueOn }) => {
      const step = answerStepDue(dueOn, today)?.offset;
      return step === undefined
        ? []
        : [{ feedbackId: id, personId: ownerId, dueOn, step, letterId }];
    });
}

/** Whether the last step that came due was not told yet. */
function isToBeTold({ dueOn, state, told }: OwedAction, today: string): boolean {
  const step = stepDue(dueOn, state, today);
  return step !== null && !told.includes(step.offset);
}

/** The open actions whose first step has come due, those due first at the head. */
function owedActions(tx: EntityManager, today: string, ownerId?: string): Promise<OwedAction[]> {
  const [earliest] = reminderRules.before;
  return tx.query<OwedAction[]>(
    `SELECT a.id, a.title, a.state, a.due_on AS "dueOn", p.id AS "ownerId", p.name AS "ownerName",
            p.email, p.language,
            ARRAY(SELECT step FROM reminder r WHERE r.action_id = a.id AND r.due_on = a.due_on)
              AS told
       FROM action a JOIN person p ON p.id = a.owner_id
      WHERE a.state IN ('planned', 'in_progress') AND a.due_on <= $1::date - $2::int
        AND ($3::uuid IS NULL OR p.id = $3) AND p.active
      ORDER BY a.due_on, a.id`,
    [today, earliest, ownerId ?? null],
  );
}
