import { describe, expect, it } from '@jest/globals';
import { RowProblem } from './row-problem.js';
import { checkColumns, readExperience } from './services-publics-plus.js';

const row = (more: Record<string, string> = {}): Record<string, string> => ({
  'ID expérience': ' 4217 ',
  Titre: 'Trois heures d’attente',
  'Pseudonyme usager': 'Lou B.',
  'Écrit le': '2024-02-29',
  Description: '  Personne au guichet.\r\nPuis "merci" ; au revoir 👋 ',
  'Ressenti usager': 'Négatif',
  'Canaux Typologie 1': 'Accueil, Téléphone',
  'Intitulé structure 1': 'Mairie de Valmont',
  'Intitulé structure 2': '',
  'Intitulé structure 3': 'CCAS',
  'Réponse structure 1': 'Bonjour,\nNous sommes désolés.',
  Accessibilité: 'Positif',
  Relation: 'négatif',
  Réactivité: 'Neutre',
  'Simplicité/Complexité': '',
  ...more,
});

describe('an experience of Services Publics+', () => {
  it('is read to the character', () => {
    expect(readExperience(row())).toEqual({
      sourceId: '4217',
      kind: 'complaint',
      title: 'Trois heures d’attente',
      body: '  Personne au guichet.\r\nPuis "merci" ; au revoir 👋 ',
      pseudonym: 'Lou B.',
      receivedOn: '2024-02-29',
      channel: 'front_desk',
      otherChannels: ['phone'],
      answers: [{ body: 'Bonjour,\nNous sommes désolés.', structure: 'Mairie de Valmont' }],
      record: {
        structures: ['Mairie de Valmont', 'CCAS'],
        ratings: { accessibility: 1, relation: -1, responsiveness: 0 },
        record: row(),
      },
    });
  });

  it.each([
    ['Positif', 'compliment'],
    ['neutre', 'suggestion'],
    [' NÉGATIF ', 'complaint'],
  ])('felt as %s is a %s', (feeling, kind) => {
    expect(readExperience(row({ 'Ressenti usager': feeling })).kind).toBe(kind);
  });

  it.each([
    ['', ['web']],
    ['Courrier', ['mail']],
    ['E-mail,Courrier', ['email', 'mail']],
    ['Démarche en ligne, Compte ou espace personnel', ['web']],
    ['Visio/Video,Patrouille,Accueil', ['meeting', 'front_desk']],
    ['Pigeon, Téléphone', ['web', 'phone']],
    [' , Accueil ,', ['front_desk']],
  ])('came by "%s"', (cell, channels) => {
    const { channel, otherChannels } = readExperience(row({ 'Canaux Typologie 1': cell }));
    expect([channel, ...otherChannels]).toEqual(channels);
  });

  it('may lack a title, a name, an answer and ratings', () => {
    const bare = { Titre: '', 'Pseudonyme usager': '', 'Réponse structure 1': ' ', Relation: '' };
    expect(readExperience(row({ ...bare, Accessibilité: '', Réactivité: '' }))).toMatchObject({
      ...{ title: null, pseudonym: null, answers: [] },
      record: { ratings: {} },
    });
  });

  it.each([
    ['ID expérience', ' ', '"ID expérience" is empty'],
    ['Description', '\n ', '"Description" is empty'],
    ['Écrit le', '2023-02-29', '"Écrit le" is "2023-02-29" instead of a date such as 2026-11-24'],
    ['Écrit le', '29/02/2024', '"Écrit le" is "29/02/2024" instead of a date such as 2026-11-24'],
    ['Écrit le', '', '"Écrit le" is "" instead of a date such as 2026-11-24'],
    ['Écrit le', '0000-01-01', '"Écrit le" is "0000-01-01" instead of a date such as 2026-11-24'],
    [
      'Ressenti usager',
      'Mitigé',
      '"Ressenti usager" is "Mitigé" instead of négatif, neutre, positif',
    ],
    ['Relation', '4/5', '"Relation" is "4/5" instead of négatif, neutre, positif'],
    ['Titre', 'a\u0000b', 'it holds a NUL character, which no database of text can keep'],
  ])('is refused for its %s: %j', (column, value, reason) => {
    const reading = () => readExperience(row({ [column]: value }));
    expect(reading).toThrow(RowProblem);
    expect(reading).toThrow(reason);
  });

  it('must come from an export', () => {
    expect(() => checkColumns(Object.keys(row()))).not.toThrow();
    expect(() => checkColumns(['Titre', 'Description'])).toThrow(
      'this is not an export of Services Publics+: it has no column ID expérience',
    );
  });
});
