import { Injectable, type StreamableFile } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { Member } from '../access/member.js';
import { Tenancy } from '../database/tenancy.js';
import { addYears } from '../domain/days.js';
import { Refusal } from '../domain/refusal.js';
import { againstTarget, satisfactionOf } from '../domain/satisfaction.js';
import { Journal } from '../journal/journal.js';
import { calendarOf } from '../organization/calendar.js';
import { Unit } from '../organization/unit.entity.js';
import { Outcomes } from '../surveys/outcomes.js';
import { countSatisfaction } from '../surveys/satisfaction-count.js';
import { Survey } from '../surveys/survey.entity.js';
import { Exports } from '../organization/exports.js';
import type { SheetQuery } from '../sheets/sheet.dto.js';
import { say } from '../words/words.js';
import { indicatorColumns, indicatorLines } from './indicators.sheet.js';
import { Indicator } from './indicator.entity.js';
import type { CreateIndicatorDto, IndicatorDto } from './indicators.dto.js';

/** Shares of satisfied people, each with its interval, its n and its target. */
@Injectable()
export class Indicators {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly journal: Journal,
    private readonly exports: Exports,
    private readonly outcomes: Outcomes,
  ) {}

  /** The indicators, over the last twelve months of the units that I may see. */
  list(me: Member, now = new Date()): Promise<IndicatorDto[]> {
    return this.tenancy.within(me, async (tx) => {
      const { today } = await calendarOf(tx, me, now);
      const indicators = await tx.find(Indicator, { order: { name: 'ASC' } });
      const unitIds = me.unitsFor('indicator.read');
      const born = await this.outcomes.of(tx, me, 'indicator');
      const described: IndicatorDto[] = [];
      for (const indicator of indicators) {
        const measured = await describe(tx, indicator, unitIds, today);
        described.push({ ...measured, actions: born.get(indicator.id) ?? [] });
      }
      return described;
    });
  }

  /** The points of the indicators, as a file. */
  async write(me: Member, query: SheetQuery, language: string): Promise<StreamableFile> {
    const indicators = await this.list(me);
    return this.exports.write(me, 'indicator.export', query, () => ({
      name: say(language, 'sheet.indicators'),
      columns: indicatorColumns(language),
      rows: [indicatorLines(indicators)],
      cut: say(language, 'sheet.cut'),
    }));
  }

  /**
   * Follows a survey's share of satisfied people, against a target.
   * @throws Refusal `survey.unknown`.
   */
  follow(me: Member, { name, surveyId, target }: CreateIndicatorDto): Promise<{ id: string }> {
    return this.tenancy.within(me, async (tx) => {
      if (!(await tx.existsBy(Survey, { id: surveyId }))) {
        throw new Refusal('unknown', 'survey.unknown');
      }
      const id = newId();
      await tx.insert(Indicator, { id, name, surveyId, target });
      await this.journal.write(tx, me, 'indicator.create', id, { name, surveyId, target });
      return { id };
    });
  }
}

async function describe(
  tx: EntityManager,
  { id, name, surveyId, target }: Indicator,
  unitIds: string[],
  today: string,
): Promise<Omit<IndicatorDto, 'actions'>> {
  const { question } = await tx.findOneByOrFail(Survey, { id: surveyId });
  const answers = { unitIds, from: addYears(today, -1), to: today, surveyId };
  const [all] = await countSatisfaction(tx, { grouping: 'all', ...answers });
  const months = await countSatisfaction(tx, { grouping: 'month', ...answers });
  const perUnit = await countSatisfaction(tx, { grouping: 'unit', ...answers });
  const units = await tx.find(Unit, { order: { path: 'ASC' } });
  const overall = all?.satisfaction ?? satisfactionOf({ good: 0, medium: 0, bad: 0 });
  return {
    ...{ id, name, target, overall },
    source: question,
    againstTarget: overall.shown ? againstTarget(overall.interval, target) : null,
    months: months.map(({ group, satisfaction }) => ({
      ...{ unit: null, period: group ?? '', satisfaction },
    })),
    units: units.flatMap((unit) => {
      const counted = perUnit.find(({ group }) => group === unit.id);
      if (!counted) return [];
      const place = { id: unit.id, name: unit.name };
      return [{ unit: place, period: '', satisfaction: counted.satisfaction }];
    }),
  };
}
