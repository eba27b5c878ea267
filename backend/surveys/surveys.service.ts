import { Injectable, type StreamableFile } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { Doors, newPublicKey } from '../access/doors.js';
import type { Member } from '../access/member.js';
import { Tenancy } from '../database/tenancy.js';
import { satisfactionOf } from '../domain/satisfaction.js';
import { Refusal } from '../domain/refusal.js';
import { Journal } from '../journal/journal.js';
import { calendarOf } from '../organization/calendar.js';
import { Exports } from '../organization/exports.js';
import type { SheetQuery } from '../sheets/sheet.dto.js';
import { say } from '../words/words.js';
import { campaignColumns, satisfactionLines } from './surveys.sheet.js';
import { Units } from '../organization/units.service.js';
import { Campaign } from './campaign.entity.js';
import { keepAnswer } from './keep-answer.js';
import { Outcomes } from './outcomes.js';
import { publicCampaignOf } from './public-campaign.js';
import { countSatisfaction } from './satisfaction-count.js';
import { reasonsOf } from './reasons.js';
import { Survey } from './survey.entity.js';
import type {
  AnswerSurveyDto,
  CampaignDto,
  CreateSurveyDto,
  PublicCampaignDto,
  SurveyDto,
} from './surveys.dto.js';

const nobody = satisfactionOf({ good: 0, medium: 0, bad: 0 });

/** Questions asked to the public, and where. */
@Injectable()
export class Surveys {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly doors: Doors,
    private readonly units: Units,
    private readonly journal: Journal,
    private readonly exports: Exports,
    private readonly outcomes: Outcomes,
  ) {}

  /** The surveys, with their campaigns in the units that I may see. */
  list(me: Member, now = new Date()): Promise<SurveyDto[]> {
    return this.tenancy.within(me, async (tx) => {
      const { today } = await calendarOf(tx, me, now);
      const unitIds = me.unitsFor('survey.read');
      const surveys = await tx.find(Survey, { order: { createdAt: 'ASC' } });
      const campaigns = await tx
        .createQueryBuilder(Campaign, 'c')
        .innerJoin('unit', 'u', 'u.id = c.unitId')
        .select(['c.id AS id', 'c.surveyId AS "surveyId"', 'c.publicKey AS "publicKey"'])
        .addSelect(['c.opensOn AS "opensOn"', 'u.id AS "unitId"', 'u.name AS "unitName"'])
        .where('c.unitId = ANY (:unitIds)', { unitIds })
        .orderBy('u.path')
        .getRawMany<CampaignRow>();
      const period = { unitIds, from: '0001-01-01', to: today };
      const counted = await countSatisfaction(tx, { grouping: 'campaign', ...period });
      const answered = new Map(counted.map(({ group, satisfaction }) => [group, satisfaction]));
      const shown = counted.filter(({ satisfaction }) => satisfaction.shown);
      const reasons = await reasonsOf(
        tx,
        shown.flatMap(({ group }) => group ?? []),
      );
      const born = await this.outcomes.of(tx, me, 'survey');
      return surveys.map(({ id, title, question }) => ({
        ...{ id, title, question, actions: born.get(id) ?? [] },
        campaigns: campaigns
          .filter(({ surveyId }) => surveyId === id)
          .map((campaign) => ({
            id: campaign.id,
            unit: { id: campaign.unitId, name: campaign.unitName },
            publicKey: campaign.publicKey,
            opensOn: campaign.opensOn,
            satisfaction: answered.get(campaign.id) ?? nobody,
            reasons: reasons.get(campaign.id) ?? [],
          })),
      }));
    });
  }

  /** The satisfaction of every campaign that I may see, as a file. */
  async write(me: Member, query: SheetQuery, language: string): Promise<StreamableFile> {
    const surveys = await this.list(me);
    return this.exports.write(me, 'survey.export', query, () => ({
      name: say(language, 'sheet.satisfaction'),
      columns: campaignColumns(language),
      rows: [satisfactionLines(surveys)],
      cut: say(language, 'sheet.cut'),
    }));
  }

  create(me: Member, { title, question }: CreateSurveyDto): Promise<{ id: string }> {
    return this.tenancy.within(me, async (tx) => {
      const id = newId();
      await tx.insert(Survey, { id, title, question });
      await this.journal.write(tx, me, 'survey.create', id, { title });
      return { id };
    });
  }

  /** Opens it in a unit, from today, behind a public link. */
  openIn(me: Member, surveyId: string, unitId: string, now = new Date()): Promise<CampaignDto> {
    return this.tenancy.within(me, async (tx) => {
      me.must('survey.create', unitId);
      if (!(await tx.existsBy(Survey, { id: surveyId }))) {
        throw new Refusal('unknown', 'survey.unknown');
      }
      const unit = await this.units.find(tx, unitId);
      if (await tx.existsBy(Campaign, { surveyId, unitId })) {
        throw new Refusal('conflict', 'campaign.exists');
      }
      const { today } = await calendarOf(tx, me, now);
      const id = newId();
      const publicKey = newPublicKey();
      await tx.insert(Campaign, { id, surveyId, unitId, publicKey, opensOn: today });
      const opens = { organizationId: me.organizationId, targetId: id };
      await this.doors.make(tx, 'campaign', publicKey, opens);
      await this.journal.write(tx, me, 'campaign.open', id, { surveyId, unitId });
      const place = { id: unit.id, name: unit.name };
      const unheard = { satisfaction: nobody, reasons: [] };
      return { id, unit: place, publicKey, opensOn: today, ...unheard };
    });
  }

  /** What the public page of a campaign shows. */
  async publicCampaign(key: string): Promise<PublicCampaignDto> {
    const opened = await this.doors.open('campaign', key);
    return this.tenancy.within(opened, (tx) =>
      publicCampaignOf(tx, opened.organizationId, opened.targetId),
    );
  }

  /**
   * Takes an answer, once however often it is sent; only the day is kept, and nothing that leads
   * back to whoever gave it.
   */
  async answer(key: string, answer: AnswerSurveyDto, now = new Date()): Promise<void> {
    const opened = await this.doors.open('campaign', key);
    await this.tenancy.within(opened, async (tx) => {
      const { today } = await calendarOf(tx, opened, now);
      await keepAnswer(tx, opened.targetId, answer, today);
    });
  }
}

interface CampaignRow extends Omit<CampaignDto, 'unit' | 'satisfaction' | 'reasons'> {
  surveyId: string;
  unitId: string;
  unitName: string;
}
