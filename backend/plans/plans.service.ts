import { Injectable } from '@nestjs/common';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { Member } from '../access/member.js';
import type { Page } from '../access/page.dto.js';
import { Tenancy } from '../database/tenancy.js';
import { newReference } from '../domain/codes.js';
import { Refusal } from '../domain/refusal.js';
import { Journal } from '../journal/journal.js';
import { calendarOf } from '../organization/calendar.js';
import { Units } from '../organization/units.service.js';
import { People } from '../people/people.service.js';
import { Objectives } from './objectives.service.js';
import { searchPlans, visiblePlans } from './plan-search.js';
import { Plan } from './plan.entity.js';
import type { EditPlanDto, PlanQuery, PlanSummaryDto, PlanWordsDto } from './plans.dto.js';

/** Programmes of actions over months or years. */
@Injectable()
export class Plans {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly objectives: Objectives,
    private readonly units: Units,
    private readonly people: People,
    private readonly journal: Journal,
  ) {}

  list(me: Member, query: PlanQuery, now = new Date()): Promise<Page<PlanSummaryDto>> {
    return this.tenancy.within(me, async (tx) => {
      const { today } = await calendarOf(tx, me, now);
      return searchPlans(tx, me, query, today);
    });
  }

  open(me: Member, plan: PlanWordsDto, now = new Date()): Promise<string> {
    return this.tenancy.within(me, (tx) => this.draw(tx, me, plan, now));
  }

  /** Opens a plan within a work that does more than that. */
  async draw(tx: EntityManager, me: Member, plan: PlanWordsDto, now: Date): Promise<string> {
    me.must('plan.write', plan.unitId);
    await this.check(tx, plan);
    const { objectives, ...words } = plan;
    const { today } = await calendarOf(tx, me, now);
    const id = newId();
    const reference = `P${newReference(today)}`;
    await tx.insert(Plan, { id, reference, ...words, createdBy: me.id });
    await this.objectives.write(tx, id, objectives);
    await this.journal.write(tx, me, 'plan.open', id, { title: plan.title });
    return id;
  }

  /**
   * Changes its words and its objectives. @throws Refusal `plan.changed` where somebody did since
   * they were read: it tells what stands now, so that nobody's words are lost.
   */
  edit(me: Member, id: string, { version, ...change }: EditPlanDto): Promise<void> {
    return this.tenancy.within(me, async (tx) => {
      const plan = await this.findToWrite(tx, me, id);
      if (version !== plan.version) {
        throw new Refusal('conflict', 'plan.changed', await this.standing(tx, plan));
      }
      const { objectives, ...words } = change;
      const before = wordsOf(plan);
      const after = { ...nothingSaid, ...words };
      const changed: string[] = wordNames.filter((name) => after[name] !== before[name]);
      if (after.unitId !== plan.unitId) me.must('plan.write', after.unitId);
      await this.check(tx, after);
      if (await this.objectives.write(tx, id, objectives)) changed.push('objectives');
      if (changed.length === 0) return;
      await tx.update(Plan, { id }, { ...after, version: version + 1 });
      await this.journal.write(tx, me, 'plan.edit', id, { words: changed });
    });
  }

  /** Loads it to be read. @throws Refusal `record.unknown`. */
  peek(tx: EntityManager, me: Member, id: string): Promise<Plan> {
    return load(visiblePlans(tx, me), id);
  }

  /** Loads and locks it, for its pilot or whoever leads there. @throws Refusal `record.unknown`. */
  async findToWrite(tx: EntityManager, me: Member, id: string): Promise<Plan> {
    const plan = await load(visiblePlans(tx, me).setLock('pessimistic_write'), id);
    if (!mayWrite(me, plan)) me.must('plan.write', plan.unitId);
    return plan;
  }

  /** Whoever and whatever is named exists here, and the days are in their order. */
  private async check(
    tx: EntityManager,
    { unitId, pilotId, fromDay, toDay }: Pick<Plan, 'unitId' | 'pilotId' | 'fromDay' | 'toDay'>,
  ): Promise<void> {
    if (toDay < fromDay) throw new Refusal('invalid', 'plan.ends_before_start');
    await this.units.find(tx, unitId);
    await this.people.find(tx, pilotId);
  }

  /** What stands now, and who wrote it last: what somebody who wrote meanwhile has to compare. */
  private async standing(tx: EntityManager, plan: Plan): Promise<Record<string, unknown>> {
    const lines = await this.journal.of(tx, [plan.id]);
    const last = lines.filter(({ verb }) => verb === 'plan.edit').at(-1);
    const objectives = await this.objectives.of(tx, plan.id);
    const current = { version: plan.version, ...wordsOf(plan), objectives };
    return { current, who: last?.who ?? null, at: last?.at ?? null };
  }
}

/** Whether I lead this plan, or lead where it is. */
export function mayWrite(me: Member, { pilotId, unitId }: Plan): boolean {
  return pilotId === me.id || me.may('plan.write', unitId);
}

async function load(found: SelectQueryBuilder<Plan>, id: string): Promise<Plan> {
  const plan = await found.andWhere('p.id = :id', { id }).getOne();
  if (!plan) throw new Refusal('unknown', 'record.unknown');
  return plan;
}

/** The words that several people may be writing, as they stand where nothing was said. */
const nothingSaid = { description: '', budget: null, governance: '' };
const wordNames = [
  ...(Object.keys(nothingSaid) as (keyof typeof nothingSaid)[]),
  ...(['title', 'unitId', 'pilotId', 'fromDay', 'toDay'] as const),
];
type Words = Pick<Plan, (typeof wordNames)[number]>;

function wordsOf(plan: Plan): Words {
  return Object.fromEntries(wordNames.map((name) => [name, plan[name]])) as unknown as Words;
}
