import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Page } from '../../backend/access/page.dto.js';
import type { FeedbackSummaryDto } from '../../backend/feedback/feedback.dto.js';
import {
  FeedbackImport,
  type ImportReport,
} from '../../backend/imports/feedback-import.service.js';
import { RowProblem } from '../../backend/imports/row-problem.js';
import type { OpenedOrganization } from '../../backend/organization/organization.service.js';
import { addUnit, stored } from '../support/deeds.js';
import { openProgram, type Program, type Signed } from '../support/program.js';

let program: Program;
let tenant: OpenedOrganization;
let quality: Signed;
let administrator: Signed;

beforeAll(async () => (program = await openProgram()));
afterAll(() => program.close());
beforeEach(async () => {
  tenant = await program.organization();
  quality = await program.member(tenant, 'quality_manager');
  administrator = await program.member(tenant, 'administrator');
});

const columns = [
  ...['ID expérience', 'Titre', 'Pseudonyme usager', 'Écrit le', 'Description', 'Ressenti usager'],
  ...['Canaux Typologie 1', 'Intitulé structure 1', 'Intitulé structure 2', 'Intitulé structure 3'],
  ...['Réponse structure 1', 'Accessibilité', 'Relation'],
];
const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
const experience = (id: string, more: Record<string, string> = {}) => {
  const usual = { 'Écrit le': '2024-02-29', Description: 'Bonjour', 'Ressenti usager': 'Négatif' };
  const cells: Record<string, string> = { ...usual, 'ID expérience': id, ...more };
  return columns.map((column) => quoted(cells[column] ?? '')).join(';');
};
const csv = (...rows: string[]) =>
  Buffer.from(`\uFEFF${[columns.map(quoted).join(';'), ...rows].join('\r\n')}\r\n`);

async function run(file: Buffer, dryRun = false): Promise<[ImportReport, number[]]> {
  const told: number[] = [];
  const progress = (done: number, total: number) => void told.push(done, total);
  return [await program.app.get(FeedbackImport).run(tenant, file, { dryRun, progress }), told];
}
const list = async () =>
  (await quality.call('GET', '/feedback?sort=receivedOn')).body as Page<FeedbackSummaryDto>;
const count = (table: string) =>
  stored<{ n: number }>(program, tenant, `SELECT count(*)::int AS n FROM ${table}`).then(
    ([row]) => row?.n,
  );

const body =
  '  Été 2024\u00a0: «\u202fpersonne\u202f» au guichet.\r\nPuis "rien" ; مرحبا 👩‍🦽\n\tfin é ' +
  'x'.repeat(25_000);

describe('an import of Services Publics+', () => {
  it('keeps every row, its text to the character, and what came with it', async () => {
    const unit = await addUnit(administrator, tenant.rootUnitId, 'Accueil de la mairie');
    const [report, told] = await run(
      csv(
        experience('4217', {
          Titre: 'Trois heures',
          'Pseudonyme usager': 'Lou B.',
          Description: body,
          'Canaux Typologie 1': 'Téléphone,Accueil',
          'Intitulé structure 1': 'Préfecture',
          'Intitulé structure 2': 'accueil de la MAIRIE',
          'Réponse structure 1': 'Nous sommes\r\ndésolés.',
          Accessibilité: 'Positif',
          Relation: 'Négatif',
        }),
        experience('4218', { 'Ressenti usager': 'Positif', 'Écrit le': '2024-03-01' }),
      ),
    );
    expect(report).toEqual({ added: 2, alreadyThere: 0, refused: [] });
    expect(told).toEqual([1, 2, 2, 2]);

    const { items, total } = await list();
    expect(total).toBe(2);
    expect(items[1]).toMatchObject({
      ...{ kind: 'compliment', channel: 'web', receivedOn: '2024-03-01', title: null },
      unit: { id: tenant.rootUnitId },
    });
    const read = await quality.call('GET', `/feedback/${items[0]?.id}`);
    expect(read.body).toMatchObject({
      ...{ kind: 'complaint', state: 'received', title: 'Trois heures', body },
      ...{ channel: 'phone', otherChannels: ['front_desk'], receivedOn: '2024-02-29' },
      ...{ unit: { id: unit.id }, reporter: 'user', reachable: false },
      identity: { name: 'Lou B.', email: null, phone: null },
      answers: [{ body: 'Nous sommes\r\ndésolés.', author: 'Préfecture', letter: null }],
      imported: {
        ...{ source: 'services-publics-plus', sourceId: '4217' },
        structures: ['Préfecture', 'accueil de la MAIRIE'],
        ratings: { accessibility: 1, relation: -1 },
        record: { Description: body, 'Canaux Typologie 1': 'Téléphone,Accueil' },
      },
    });
  });

  it('adds nothing the second time, and only what is new the third', async () => {
    const rows = [experience('1', { 'Pseudonyme usager': 'Lou' }), experience('2')];
    await run(csv(...rows));
    const [again] = await run(csv(...rows));
    expect(again).toEqual({ added: 0, alreadyThere: 2, refused: [] });
    const [third] = await run(csv(...rows, experience('3')));
    expect(third).toMatchObject({ added: 1, alreadyThere: 2 });
    expect([await count('feedback'), await count('reporter')]).toEqual([3, 1]);
  });

  it('adds each row once, when two run at once', async () => {
    const file = csv(...Array.from({ length: 12 }, (_, index) => experience(`${index}`)));
    const [[one], [two]] = await Promise.all([run(file), run(file)]);
    expect(one.added + two.added).toBe(12);
    expect(await count('feedback')).toBe(12);
  });

  it('knows a row that stands twice in the file', async () => {
    const [report] = await run(csv(experience('1'), experience('1')));
    expect(report).toMatchObject({ added: 1, alreadyThere: 1 });
  });

  it('changes nothing in a dry run, and says what would happen', async () => {
    await run(csv(experience('1')));
    const before = [await count('feedback'), await count('journal')];
    const [report] = await run(csv(experience('1'), experience('2'), 'x;y'), true);
    expect(report).toMatchObject({ added: 1, alreadyThere: 1, refused: [{ line: 4 }] });
    expect([await count('feedback'), await count('journal')]).toEqual(before);
  });

  it('counts a row that stands twice in the file once, in a dry run too', async () => {
    const [report] = await run(csv(experience('1'), experience('1')), true);
    expect(report).toMatchObject({ added: 1, alreadyThere: 1 });
  });

  it('reports each damaged row with its line, and keeps the good ones', async () => {
    const [report] = await run(
      csv(
        experience('1', { Description: 'sur\ndeux lignes' }),
        'trop;court',
        experience('2', { 'Écrit le': '2023-02-29' }),
        experience('3', { 'Ressenti usager': 'Bof' }),
        experience('4', { Titre: 'a\u0000b' }),
        experience('', {}),
        experience('5', { Description: ' ' }),
        `"6";"jamais fermé`,
        experience('7'),
      ),
    );
    expect(report.added).toBe(2);
    expect(report.refused.map(({ line }) => line)).toEqual([4, 5, 6, 7, 8, 9, 10]);
    expect(report.refused.map(({ reason }) => reason).join('\n')).toMatch(
      /columns[^]*2023-02-29[^]*Bof[^]*NUL[^]*ID expérience[^]*Description[^]*quote|columns/,
    );
    const { items } = await list();
    expect(items).toHaveLength(2);
  });

  it('refuses another kind of file, and brings in none of it', async () => {
    const file = Buffer.from('a;b\n1;2\n');
    await expect(run(file)).rejects.toThrow(RowProblem);
    await expect(run(Buffer.alloc(0))).rejects.toThrow('is not an export of Services Publics+');
    expect(await count('feedback')).toBe(0);
  });

  it('is written in the journal, and forgets who spoke in time', async () => {
    await run(csv(experience('1', { 'Pseudonyme usager': 'Lou', 'Écrit le': '2020-01-01' })));
    const [line] = await stored(
      program,
      tenant,
      `SELECT j.verb, j.details, r.purge_on > current_date + 700 AS kept
         FROM journal j JOIN reporter r ON r.feedback_id = j.subject_id`,
    );
    expect(line).toMatchObject({
      ...{ verb: 'feedback.import', kept: true },
      details: { source: 'services-publics-plus', sourceId: '1' },
    });
  });
});
