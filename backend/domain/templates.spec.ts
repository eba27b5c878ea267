import { describe, expect, it } from '@jest/globals';
import { fillTemplate, openPlaceholders } from './templates.js';

const facts = { name: 'Mme Roux', reference: '26-7K3QX9', unit: 'Accueil', day: '3 mai' };

describe('the wording of an answer', () => {
  it.each([
    ['Bonjour {nom}, fiche {référence}.', facts, 'Bonjour Mme Roux, fiche 26-7K3QX9.', []],
    ['Le {date}, à {SERVICE}', facts, 'Le 3 mai, à Accueil', []],
    ['{ nom } {nom}', facts, 'Mme Roux Mme Roux', []],
    ['{re\u0301fe\u0301rence}', facts, '26-7K3QX9', []],
    ['Bonjour {nom},', { ...facts, name: null }, 'Bonjour {nom},', ['{nom}']],
    ['{prénom} {a{b}c} {}', facts, '{prénom} {a{b}c} {}', ['{prénom}', '{b}']],
    ['sans rien', {}, 'sans rien', []],
  ])('%s', (body, known, text, open) => {
    expect(fillTemplate(body, known)).toEqual({ text, open });
  });

  it('is never filled twice: a fact may hold what looks like a placeholder', () => {
    expect(fillTemplate('{nom}', { name: '{référence}', reference: 'x' }).text).toBe('{référence}');
  });

  it.each([
    ['Bonjour {nom},', ['{nom}']],
    ['Bonjour {prénom},', []],
    ['du code {x}', []],
    ['{Référence} {date}', ['{Référence}', '{date}']],
  ])('%s leaves open', (text, open) => expect(openPlaceholders(text)).toEqual(open));
});
