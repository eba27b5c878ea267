import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { getDataSourceToken } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { alike } from '../../backend/merging/alike.js';
import type { OpenedOrganization } from '../../backend/organization/organization.service.js';
import { logFeedback } from '../support/deeds.js';
import { openProgram, type Program } from '../support/program.js';

const told = {
  tickets: 'Le distributeur de tickets de l’accueil ne marche plus depuis ce matin.',
  lift: 'L’ascenseur est encore en panne, ma mère est restée bloquée au deuxième étage.',
  liftToo: 'Depuis lundi les ascenseurs ne fonctionnent pas : impossible de monter en fauteuil.',
  meals: 'Les repas livrés à domicile arrivent froids et toujours en retard.',
  thanks: 'Merci à toute l’équipe pour votre patience.',
  form: 'Le formulaire de demande est illisible pour une personne malvoyante.',
  reply: 'Aucune réponse à mon courrier du mois de mars concernant l’aide sociale.',
  parking: 'Le parking est toujours occupé par des véhicules qui n’ont rien à y faire.',
};

let program: Program;
let tenant: OpenedOrganization;
let other: OpenedOrganization;
const nameOf = new Map<string, string>();

beforeAll(async () => {
  program = await openProgram();
  tenant = await program.organization();
  other = await program.organization();
  const agent = await program.member(tenant, 'agent');
  for (const [name, body] of Object.entries(told)) {
    nameOf.set((await logFeedback(agent, tenant.rootUnitId, { body })).id, name);
  }
  const stranger = await program.member(other, 'agent');
  await logFeedback(stranger, other.rootUnitId, { body: told.tickets });
});
afterAll(() => program.close());

async function near(text: string, most = 3): Promise<{ name?: string; similarity: number }[]> {
  const found = await program.within(tenant, (tx) => alike(tx, text, most));
  return found.map(({ id, similarity }) => ({ name: nameOf.get(id), similarity }));
}

describe('what is alike', () => {
  it.each<[why: string, text: string, names: string[]]>([
    ['the same complaint in other words', 'La machine à tickets est cassée', ['tickets']],
    ['another, shorter', 'Panne d’ascenseur', ['lift', 'liftToo']],
    ['typing errors', 'le distribiteur de tikets de lacceuil ne marche plus', ['tickets']],
    ['no accents, capitals', 'REPAS LIVRES FROIDS', ['meals']],
    ['one word', 'formulaires', ['form']],
    ['one word with a typing error', 'asenceur', ['lift', 'liftToo']],
    ['signs', `l'ascenseur & | !( ' :* \\`, ['lift', 'liftToo']],
  ])('finds %s: %s', async (_, text, names) => {
    const found = await near(text, names.length);
    expect(found.map(({ name }) => name).sort()).toEqual(names);
  });

  it('is nearest where it is the same', async () => {
    for (const [name, text] of Object.entries(told)) {
      const [first, second] = await near(text);
      expect(first?.name).toBe(name);
      expect(first?.similarity).toBeGreaterThan(0.9);
      expect(second?.similarity ?? 0).toBeLessThan(0.6);
    }
  });

  it('is nearer the more it says the same', async () => {
    const [same, begun, loose] = await Promise.all(
      [
        'Le distributeur de tickets ne marche plus.',
        'Le distributeur de tickets',
        'Un distributeur de boissons serait bien pour patienter',
      ].map(async (text) => (await near(text, 1))[0]),
    );
    expect([same?.name, begun?.name, loose?.name]).toEqual(Array(3).fill('tickets'));
    expect(same?.similarity).toBeGreaterThan(begun?.similarity ?? 1);
    expect(begun?.similarity).toBeGreaterThan(loose?.similarity ?? 1);
  });

  it.each([['nothing in common'], ['bonjour'], [''], ['🦓'], ['le de la']])(
    'is nothing for: %s',
    async (text) => expect(await near(text)).toEqual([]),
  );

  it('holds however long the text is', async () => {
    const [first] = await near(`${told.meals} `.repeat(500), 1);
    expect(first?.name).toBe('meals');
    expect(await near('x'.repeat(20_000))).toEqual([]);
  });

  it('is found by the longest words, however many are misspelt', async () => {
    const noise = Array.from(
      { length: 60 },
      (_, nth) => `zq${String.fromCharCode(97 + (nth % 26))}x`,
    );
    const [first] = await near(['le formulère illisibble malvoyente', ...noise].join(' '), 1);
    expect(first?.name).toBe('form');
  });

  it('is never of another organisation, and nothing without one', async () => {
    expect(await near(told.tickets, 10)).not.toContainEqual(
      expect.objectContaining({ name: undefined }),
    );
    expect(await program.within(other, (tx) => alike(tx, told.tickets, 10))).toHaveLength(1);
    const working = program.app.get<DataSource>(getDataSourceToken());
    expect(await alike(working.manager, told.tickets, 10)).toEqual([]);
  });
});
