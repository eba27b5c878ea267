import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Doors } from '../access/doors.js';
import type { Member } from '../access/member.js';
import { Tenancy } from '../database/tenancy.js';
import { Refusal } from '../domain/refusal.js';
import { wallCards } from '../domain/wall.js';
import { Answer } from '../feedback/answer.entity.js';
import { Consequences } from '../feedback/consequences.js';
import { FeedbackService } from '../feedback/feedback.service.js';
import { Journal } from '../journal/journal.js';
import { Organization } from '../organization/organization.entity.js';
import { Units } from '../organization/units.service.js';
import { Person } from '../people/person.entity.js';
import { WallWord } from './wall-word.entity.js';
import type {
  ModerationDto,
  PublicWallDto,
  ShowOnWallDto,
  WallCandidateDto,
  WallCardDto,
  WallPlaceDto,
  WallShownDto,
} from './wall.dto.js';

/** The most that one sitting moderates. */
const mostAwaiting = 100;

/** The walls of expression: what people said, shown in the hall of the service they spoke of. */
@Injectable()
export class Walls {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly doors: Doors,
    private readonly feedback: FeedbackService,
    private readonly consequences: Consequences,
    private readonly units: Units,
    private readonly journal: Journal,
  ) {}

  /** What awaits a decision in my units, and what is shown there. */
  moderation(me: Member): Promise<ModerationDto> {
    const mine = [me.unitsFor('wall.moderate')];
    return this.tenancy.within(me, async (tx) => ({
      awaiting: await tx.query<WallCandidateDto[]>(awaiting, [...mine, mostAwaiting]),
      shown: await tx.query<WallShownDto[]>(shown, mine),
    }));
  }

  /** Where a feedback stands with the wall. */
  place(me: Member, feedbackId: string): Promise<WallPlaceDto> {
    return this.tenancy.within(me, async (tx) => {
      const { wallConsent } = await this.feedback.find(tx, me, feedbackId, 'wall.moderate');
      const word = await tx.findOneBy(WallWord, { feedbackId });
      const by = word && (await tx.findOneBy(Person, { id: word.publishedBy }));
      return {
        consent: wallConsent,
        word: word && {
          ...{ words: word.words, outcome: word.outcome, publishedBy: by?.name ?? '' },
          publishedAt: word.publishedAt.toISOString(),
          withdrawnAt: word.withdrawnAt?.toISOString() ?? null,
        },
        mayTellOutcome: await this.mayTellOutcome(tx, feedbackId),
      };
    });
  }

  /**
   * Shows the words on the wall, or other words than before.
   * @throws Refusal `wall.consent_missing`, `wall.nothing_done`.
   */
  show(
    me: Member,
    feedbackId: string,
    { words, outcome }: ShowOnWallDto,
    now = new Date(),
  ): Promise<void> {
    return this.tenancy.within(me, async (tx) => {
      const found = await this.feedback.find(tx, me, feedbackId, 'wall.moderate');
      if (!found.wallConsent) throw new Refusal('conflict', 'wall.consent_missing');
      if (outcome !== undefined && !(await this.mayTellOutcome(tx, feedbackId))) {
        throw new Refusal('conflict', 'wall.nothing_done');
      }
      const said = { words: words.trim(), outcome: outcome?.trim() ?? null };
      const place = { feedbackId, unitId: found.unitId };
      const deed = { publishedBy: me.id, publishedAt: now, withdrawnAt: null };
      await tx.upsert(WallWord, { ...place, ...said, ...deed }, ['organizationId', 'feedbackId']);
      await this.journal.write(tx, me, 'feedback.wall_show', feedbackId, { note: said.words });
    });
  }

  /** Takes the words off the wall. @throws Refusal `wall.not_shown`. */
  withdraw(me: Member, feedbackId: string, now = new Date()): Promise<void> {
    return this.tenancy.within(me, async (tx) => {
      await this.feedback.find(tx, me, feedbackId, 'wall.moderate');
      const { affected } = await tx
        .createQueryBuilder()
        .update(WallWord)
        .set({ withdrawnAt: now })
        .where('feedback_id = :feedbackId AND withdrawn_at IS NULL', { feedbackId })
        .execute();
      if (!affected) throw new Refusal('conflict', 'wall.not_shown');
      await this.journal.write(tx, me, 'feedback.wall_withdraw', feedbackId);
    });
  }

  /** What the screen in the hall of a unit shows: its own words, and those of the units below. */
  async publicWall(key: string): Promise<PublicWallDto> {
    const opened = await this.doors.open('unit', key);
    return this.tenancy.within(opened, async (tx) => {
      const unit = await this.units.find(tx, opened.targetId);
      const { name, colour } = await tx.findOneByOrFail(Organization, {
        id: opened.organizationId,
      });
      const drawn = await tx.query<WallCardDto[]>(cards, [unit.id, wallCards]);
      return { unitName: unit.name, organizationName: name, colour, cards: drawn };
    });
  }

  private async mayTellOutcome(tx: EntityManager, feedbackId: string): Promise<boolean> {
    if (await tx.existsBy(Answer, { feedbackId })) return true;
    const today = new Date().toISOString().slice(0, 10);
    const born = await this.consequences.of(tx, [feedbackId], today);
    return born.some(({ state }) => state === 'done' || state === 'verified');
  }
}

const awaiting = `
  SELECT feedback.id AS "feedbackId", reference, feedback.kind, body, unit.name AS unit,
    received_on::text AS "receivedOn"
  FROM feedback JOIN unit ON unit.id = unit_id
  WHERE wall_consent AND unit_id = ANY($1) AND state NOT IN ('dismissed', 'duplicate')
    AND NOT EXISTS (SELECT FROM wall_word WHERE feedback_id = feedback.id)
  ORDER BY received_on, feedback.id LIMIT $2`;

const shown = `
  SELECT feedback_id AS "feedbackId", reference, unit.name AS unit, words, outcome,
    person.name AS "publishedBy", published_at AS "publishedAt", withdrawn_at AS "withdrawnAt"
  FROM wall_word
    JOIN feedback ON feedback.id = feedback_id
    JOIN unit ON unit.id = feedback.unit_id
    JOIN person ON person.id = published_by
  WHERE withdrawn_at IS NULL AND feedback.unit_id = ANY($1)
  ORDER BY published_at DESC, feedback_id`;

const cards = `
  SELECT feedback.kind, words, outcome, to_char(received_on, 'YYYY-MM') AS month
  FROM wall_word
    JOIN feedback ON feedback.id = feedback_id
    JOIN unit ON unit.id = wall_word.unit_id
  WHERE withdrawn_at IS NULL AND $1 = ANY(unit.path)
  ORDER BY published_at DESC, feedback_id LIMIT $2`;
