import { expect, it } from '@jest/globals';
import { findTitles, guessPlanFields } from './plan-fields.js';

it.each<[string[], string[]]>([
  [
    ['Axe', 'N°', 'Action', 'Pilote', 'Service', 'Échéance', 'Avancement', 'Commentaires'],
    ['objective', 'externalId', 'title', 'owner', 'service', 'dueOn', 'progress', ''],
  ],
  [
    ["Intitulé de l'action", "Type d'action", 'Début', 'Fin', 'Budget (€)', 'Priorité', 'État'],
    ['title', 'kind', 'startOn', 'dueOn', 'cost', '', 'state'],
  ],
  [
    ['Objectif stratégique', 'ACTIONS', 'Responsable', 'Indicateur / critère', 'Origine'],
    ['objective', 'title', 'owner', 'criterion', 'origin'],
  ],
  [
    ['Référence', 'Action', 'Référence Boucle'],
    ['externalId', 'title', 'reference'],
  ],
  [
    ['', 'Rien', 'De connu'],
    ['', '', ''],
  ],
])('titles are guessed, each field once: %j', (header, fields) => {
  expect(guessPlanFields(header)).toEqual(fields);
});

it.each<[string, string[][], number]>([
  ['the first row', [['Action', 'Pilote'], ['Repeindre']], 0],
  [
    'under a title',
    [['Plan d’actions 2026'], [], ['Axe', 'Action', 'Pilote'], ['A', 'Action sociale']],
    2,
  ],
  ['an unknown row is the first that says something', [[], ['Quoi', 'Qui donc'], ['x', 'y']], 1],
  ['nothing at all', [[]], 0],
])('the titles are found: %s', (_, rows, at) => {
  expect(findTitles(rows)).toBe(at);
});
