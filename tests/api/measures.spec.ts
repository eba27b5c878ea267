import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import { addDays, dayIn } from '../../backend/domain/days.js';
import type { ScorecardFigures } from '../../backend/domain/scorecard.js';
import { Indicator } from '../../backend/indicators/indicator.entity.js';
import { Indicators } from '../../backend/indicators/indicators.service.js';
import type { OpenedOrganization } from '../../backend/organization/organization.service.js';
import { addUnit, logFeedback, openAction, openCampaign, smile, stored } from '../support/deeds.js';
import { openProgram, type Program, type Signed } from '../support/program.js';

let program: Program;
let tenant: OpenedOrganization;
let quality: Signed;
let administrator: Signed;
let root: string;

beforeAll(async () => (program = await openProgram()));
afterAll(() => program.close());
beforeEach(async () => {
  tenant = await program.organization('CCAS de Valmont');
  root = tenant.rootUnitId;
  quality = await program.member(tenant, 'quality_manager');
  administrator = await program.member(tenant, 'administrator');
});

const today = dayIn('Europe/Paris', new Date());

/** Answers as they would have been given on other days, past the limit on how fast one may answer. */
async function answered(campaignId: string, day: string, smileys: Record<string, number>) {
  for (const [smiley, count] of Object.entries(smileys)) {
    const answer = `INSERT INTO survey_answer (id, campaign_id, smiley, answered_on)
                    SELECT gen_random_uuid(), $1, $2, $3 FROM generate_series(1, $4::int)`;
    await program.within(tenant, (tx) => tx.query(answer, [campaignId, smiley, day, count]));
  }
}

describe('a survey', () => {
  it('is answered behind a public link, and keeps nothing but the day', async () => {
    const { publicKey } = await openCampaign(quality, root);
    const page = await program.anybody('GET', `/public/campaigns/${publicKey}`);
    expect(page.body).toEqual({
      question: 'Comment s’est passée votre visite ?',
      unitName: 'CCAS de Valmont',
      organizationName: 'CCAS de Valmont',
      colour: '#0f5c63',
    });
    const answer = { smiley: 'bad', comment: 'Attente' };
    const { headers } = await program.anybody(
      'POST',
      `/public/campaigns/${publicKey}/answers`,
      answer,
    );
    expect(headers.get('set-cookie')).toBeNull();
    const [row] = await stored<Record<string, unknown>>(
      program,
      tenant,
      'SELECT * FROM survey_answer',
    );
    const { organization_id: _, campaign_id: __, id, ...kept } = row ?? {};
    expect(kept).toEqual({ ...answer, answered_on: today });
    // A time-ordered id would tell the hour: this one is drawn by lot.
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4/);
    const lines = await stored(program, tenant, `SELECT verb FROM journal WHERE verb ~ 'answer'`);
    expect(lines).toEqual([]);
  });

  it.each([[{}], [{ smiley: 'great' }], [{ smiley: 'good', email: 'a@exemple.example' }]])(
    'refuses %j',
    async (answer) => {
      const { publicKey } = await openCampaign(quality, root);
      const { status } = await program.anybody(
        'POST',
        `/public/campaigns/${publicKey}/answers`,
        answer,
      );
      expect(status).toBe(400);
    },
  );

  it('hides everything but n under 5 answers, and then shows the interval', async () => {
    const { surveyId, publicKey } = await openCampaign(quality, root);
    const campaign = async () =>
      (await quality.call('GET', '/surveys')).body[0].campaigns[0] as object;
    await smile(program.anybody, publicKey, { good: 3, bad: 1 });
    expect(await campaign()).toMatchObject({ satisfaction: { n: 4, shown: false } });
    expect(Object.keys(((await campaign()) as { satisfaction: object }).satisfaction)).toEqual([
      'n',
      'shown',
    ]);
    await smile(program.anybody, publicKey, { good: 1 });
    expect(await campaign()).toMatchObject({
      satisfaction: { n: 5, shown: true, share: 0.8, score: 8, counts: { good: 4, bad: 1 } },
    });
    const again = await quality.call('POST', `/surveys/${surveyId}/campaigns`, { unitId: root });
    expect(again).toMatchObject({ status: 409, body: { code: 'campaign.exists' } });
    expect((await program.anybody('GET', '/public/campaigns/nowhere')).status).toBe(404);
  });
});

describe('an indicator', () => {
  it('is a share with its interval, over a year, month by month and unit by unit', async () => {
    const desk = await addUnit(administrator, root, 'Accueil');
    const one = await openCampaign(quality, root);
    const body = { unitId: desk.id };
    const opened = await quality.call('POST', `/surveys/${one.surveyId}/campaigns`, body);
    const other = await openCampaign(quality, root);
    const now = new Date('2026-11-24T12:00:00Z');
    await answered(one.campaignId, '2026-11-02', { good: 20, bad: 4 });
    await answered(one.campaignId, '2026-10-31', { good: 3 });
    await answered(opened.body.id as string, '2026-11-24', { good: 64, medium: 11 });
    // Out of the year, and of another survey.
    await answered(one.campaignId, '2025-11-01', { bad: 50 });
    await answered(other.campaignId, '2026-11-02', { bad: 50 });
    const { surveyId } = one;
    const indicator = { id: newId(), name: 'Satisfaits', surveyId, target: 0.9 };
    await program.within(tenant, (tx) => tx.insert(Indicator, indicator));

    const unitIds = [root, desk.id];
    const me = { organizationId: tenant.organizationId, unitsFor: () => unitIds };
    const [read] = await program.app.get(Indicators).list(me as never, now);
    expect(read).toMatchObject({ name: 'Satisfaits', target: 0.9, againstTarget: 'inconclusive' });
    expect(read?.overall).toMatchObject({ n: 102, share: 87 / 102 });
    const { interval } = read?.overall as { interval: { low: number; high: number } };
    expect(interval.low).toBeCloseTo(0.771, 2);
    expect(interval.high).toBeCloseTo(0.909, 2);
    expect(
      read?.months.map(({ period, satisfaction: { n, shown } }) => [period, n, shown]),
    ).toEqual([
      ['2026-10', 3, false],
      ['2026-11', 99, true],
    ]);
    const units = read?.units.map(({ unit, satisfaction: { n } }) => [unit?.name, n]);
    expect(units).toEqual([
      ['CCAS de Valmont', 27],
      ['Accueil', 75],
    ]);
  });
});

describe('a scorecard', () => {
  const from = addDays(today, -30);
  const current = async (period = { from, to: today }, by = quality) => {
    const query = new URLSearchParams(period).toString();
    return (await by.call('GET', `/scorecards/current?${query}`)).body as ScorecardFigures;
  };

  /** Eight actions due on known days, and feedback at every point of the loop. */
  async function furnish(unitId: string): Promise<void> {
    const owner = await program.member(tenant, 'agent');
    const due = (dueOn: string, more = {}) =>
      openAction(quality, unitId, owner.id, { dueOn, ...more });
    const finish = (id: string) =>
      owner.call('POST', `/actions/${id}/progress`, { progress: 100, done: true });
    const kinds = ['anomaly', 'anomaly', 'complaint', 'compliment', 'suggestion'];
    const told = [];
    for (const kind of kinds) told.push(await logFeedback(owner, unitId, { kind }));
    const ids = told.map(({ id }) => id);
    const theme = (await quality.call('GET', '/themes')).body[0].id as string;
    const choice = { themeId: theme, severity: 1, frequency: 1, unitId };
    await quality.call('PUT', `/feedback/${ids[1]}/qualification`, choice);
    await finish((await due(today, { feedbackId: ids[2] })).id);
    const { id: verified } = await due(today, { feedbackId: ids[3] });
    await finish(verified);
    const verdict = { verdict: 'effective', note: 'Vu sur place' };
    await quality.call('PUT', `/actions/${verified}/verdict`, verdict);
    await quality.call('POST', `/feedback/${ids[4]}/answers`, { body: 'Merci' });
    await finish((await due(addDays(today, -2))).id);
    await due(addDays(today, -1));
    await due(addDays(today, -3));
    await due(today);
    const { id: cancelled } = await due(addDays(today, -5));
    await quality.call('PUT', `/actions/${cancelled}/cancellation`, { reason: 'Sans objet' });
    // Due after the period.
    await due(addDays(today, 1));
  }

  const counted = {
    feedback: [
      {
        ...{ unit: 'CCAS de Valmont', total: 5 },
        counts: { anomaly: 2, complaint: 1, compliment: 1, suggestion: 1 },
      },
    ],
    loop: { voice: 1, analysis: 1, action: 1, effect: 1, answer: 1 },
    actions: { due: 6, doneOnTime: 2, doneLate: 1, late: 2, notYetDue: 1, cancelled: 1 },
    satisfaction: [],
  };

  it('counts by hand and by program the same', async () => {
    await furnish(root);
    expect(await current()).toEqual(counted);
    const { due, doneOnTime, doneLate, late, notYetDue } = counted.actions;
    expect(doneOnTime + doneLate + late + notYetDue).toBe(due);
    expect((await current({ from: '2020-01-01', to: '2020-12-31' })).actions.due).toBe(0);
  });

  it('is frozen when it is published, and read by elected officials without a name', async () => {
    await furnish(root);
    const text = { title: 'Automne', comment: 'Trois actions en retard' };
    const published = await quality.call('POST', '/scorecards', { ...text, from, to: today });
    expect(published.body).toMatchObject({ ...text, from, to: today, figures: counted });
    await furnish(root);
    const { publicKey } = await openCampaign(quality, root);
    await smile(program.anybody, publicKey, { good: 6 });
    const elected = await program.member(tenant, 'elected');
    const read = await elected.call('GET', `/scorecards/${published.body.id}`);
    expect(read.body).toEqual(published.body);
    const now = await current({ from, to: today }, elected);
    expect(now.actions.due).toBe(12);
    expect(now.satisfaction).toEqual([
      expect.objectContaining({ unit: null, satisfaction: expect.objectContaining({ n: 6 }) }),
      expect.objectContaining({ unit: 'CCAS de Valmont' }),
    ]);
    expect(JSON.stringify(now)).not.toMatch(/Personne|porte/);
    expect((await elected.call('GET', '/scorecards')).body).toHaveLength(1);
  });

  it('counts only the units that its reader may see', async () => {
    const desk = await addUnit(administrator, root, 'Accueil');
    const agent = await program.member(tenant, 'agent');
    await logFeedback(agent, root);
    await logFeedback(agent, desk.id);
    const elected = await program.member(tenant, 'elected', desk.id);
    const { feedback } = await current({ from, to: today }, elected);
    expect(feedback.map(({ unit, total }) => [unit, total])).toEqual([['Accueil', 1]]);
  });

  it.each([
    [{ from: '2026-02-01', to: '2026-01-31' }, 'period.reversed'],
    [{ from: '2026-02-30', to: '2026-03-31' }, 'input.invalid'],
    [{ from: '', to: '2026-03-31' }, 'input.invalid'],
  ])('refuses the period %j', async (period, code) => {
    const query = new URLSearchParams(period).toString();
    const { status, body } = await quality.call('GET', `/scorecards/current?${query}`);
    expect([status, body.code]).toEqual([400, code]);
    const scorecard = { title: 'Essai', comment: '', ...period };
    expect((await quality.call('POST', '/scorecards', scorecard)).body.code).toBe(code);
  });
});
