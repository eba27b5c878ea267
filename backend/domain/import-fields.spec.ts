import { describe, expect, it } from '@jest/globals';
import { foldText, guessFields } from './import-fields.js';

describe('the titles of a file', () => {
  it.each<[string, string]>([
    ['Date;Texte;Service', 'receivedOn;body;service'],
    ['Verbatim;Nom du service;Nom', 'body;service;name'],
    ['Numéro;Objet;Observations;Adresse électronique', 'externalId;title;body;email'],
    ['Date de réception;Ressenti usager;Commentaire libre', 'receivedOn;kind;body'],
    ['Horodateur;E-mail;Message', 'receivedOn;email;body'],
    ['Canal;Gravité;Thématique;Déclarant', 'channel;severity;theme;reporter'],
    ['Received on;Kind;Text;Department', 'receivedOn;kind;body;service'],
    ['Texte;Commentaire', 'body;'],
    ['  TEXTE_ ;Colonne 7;;Note', 'body;;;'],
  ])('%s', (titles, fields) => {
    expect(guessFields(titles.split(';')).join(';')).toBe(fields);
  });

  it('are the same however they are typed', () => {
    expect(foldText('  Date  de_Réception ')).toBe('date de reception');
    expect(foldText('L’objet')).toBe(`l'objet`);
  });
});
