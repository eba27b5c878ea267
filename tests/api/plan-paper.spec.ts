import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openAction } from '../support/deeds.js';
import { coloursOf, ordersOf, wordsOf } from '../support/pdf.js';
import { openProgram, type Program, type Signed } from '../support/program.js';

let program: Program;
let quality: Signed;
let unitId: string;

beforeAll(async () => {
  program = await openProgram();
  const tenant = await program.organization('CCAS de Trifouillis');
  unitId = tenant.rootUnitId;
  quality = await program.member(tenant, 'quality_manager');
  const administrator = await program.member(tenant, 'administrator');
  await administrator.call('PATCH', '/organizations/mine', { colour: '#7a1f3d' });
});
afterAll(() => program.close());

async function openPlan(more = {}): Promise<string> {
  const days = { fromDay: '2026-01-01', toDay: '2028-12-31' };
  const plan = { title: 'Projet social', unitId, pilotId: quality.id, ...days, ...more };
  return (await quality.call('POST', '/plans', plan)).body.id as string;
}
const printed = (id: string, language = 'fr') =>
  quality.call('GET', `/plans/${id}/paper`, undefined, { 'accept-language': language });

describe('a plan on paper', () => {
  it('says what its page says, in words that can be copied, in the organisation’s colour', async () => {
    const objective = { id: '01900000-0000-7000-8000-000000000001', wording: 'Mieux accueillir' };
    const governance = 'Un comité par trimestre\n\nUn point par mois';
    const id = await openPlan({ objectives: [objective], budget: 5000, governance });
    const place = { planId: id, objectiveId: objective.id };
    await openAction(quality, unitId, quality.id, {
      ...place,
      title: 'Œuvrer à L’Haÿ',
      cost: 1200,
    });
    const { status, headers, bytes } = await printed(id);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('application/pdf');
    expect(headers.get('content-disposition')).toMatch(/filename="plan-P\d\d-\w+\.pdf"/);
    const words = wordsOf(bytes).replaceAll('\u00a0', ' ');
    const said = [
      ...['CCAS de Trifouillis', 'Projet social', '0 % — 1 action pondérée', '1. Mieux accueillir'],
      ...['Œuvrer à L’Haÿ', '1 200,00 € engagés sur 5 000,00 €.', 'Un comité', 'Un point par mois'],
    ];
    const places = said.map((one) => words.indexOf(one));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(coloursOf(ordersOf(bytes))).toContain('#7a1f3d');
  });

  it('can be read out: tagged, in a language, with a title, its table as a table', async () => {
    const id = await openPlan();
    await openAction(quality, unitId, quality.id, { planId: id });
    const file = (await printed(id)).bytes.toString('latin1');
    expect(file.includes('/MarkInfo') && file.includes('/Marked true')).toBe(true);
    expect(file.includes('/Lang (fr)')).toBe(true);
    expect(file.includes('/DisplayDocTitle true')).toBe(true);
    for (const tag of ['H1', 'H2', 'Table', 'TR', 'TH', 'TD'])
      expect(file).toContain(`/S /${tag}\n`);
    const english = (await printed(id, 'en')).bytes;
    expect(english.toString('latin1').includes('/Lang (en)')).toBe(true);
    expect(wordsOf(english)).toContain('1 weighted action');
  });

  it('turns its sheets, each with its number, whatever the length', async () => {
    const id = await openPlan({ governance: 'Chaque mois, le comité se réunit. '.repeat(140) });
    const title = 'Une action dont l’intitulé est long '.repeat(4).trim();
    for (let rank = 0; rank < 22; rank += 1) {
      await openAction(quality, unitId, quality.id, { planId: id, title });
    }
    const file = (await printed(id)).bytes.toString('latin1');
    const sheets = file.match(/\/MediaBox \[0 0 595.28 841.89\]/g) ?? [];
    expect(sheets.length).toBeGreaterThanOrEqual(3);
    expect(sheets.length).toBeLessThanOrEqual(5);
  });
});
