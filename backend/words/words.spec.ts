import { typesetSentence } from '../domain/typography.js';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { roles } from '../domain/permissions.js';
import { en } from './en.js';
import { fr } from './fr.js';
import { preferredLanguage, say, sayCode, sayDay } from './words.js';

const backend = join(import.meta.dirname, '..');
const sources = readdirSync(backend, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.spec.ts'))
  .map((path) => readFileSync(join(backend, path), 'utf8'));

/** Every code that the sources answer with; one that is put together stands for all that it may be. */
function codesUsed(): string[] {
  const found = sources.flatMap((source) => [
    ...source.matchAll(/new Refusal\(\s*'\w+',\s*['`]([^'`]+)['`]/g),
    ...source.matchAll(/\bcode: '([a-z_]+(?:\.[a-z_]+)*)'/g),
    ...source.matchAll(/^ {2}\d{3}: '([a-z_.]+)',$/gm),
    ...source.matchAll(/'(feedback\.(?:action_open|nothing_done|answer_missing))'/g),
    ...source.matchAll(
      /'((?:analysis\.\w+_missing|cause\.(?:parent_unknown|under_itself|too_deep)))'/g,
    ),
  ]);
  const written: Record<string, string[]> = {
    'door.unknown.${kind}': ['unit', 'campaign', 'follow_up', 'invitation'],
    'plan_sheet.${code}': ['title_unmapped', 'origin_missing'],
  };
  return found.flatMap(
    ([, code = '']) => written[code]?.map((part) => code.replace(/\$\{\w+\}/, part)) ?? [code],
  );
}

const facts = (sentence: string) => (sentence.match(/\{\{\w+\}\}/g) ?? []).sort();

describe('the words of the server', () => {
  it('have a sentence for every code that is answered', () => {
    const codes = codesUsed();
    expect(codes).toEqual(expect.arrayContaining(['move.forbidden', 'door.unknown.unit', 'busy']));
    expect(codes.length).toBeGreaterThan(30);
    expect(codes.filter((code) => !(code in fr))).toEqual([]);
  });

  it('have a name for every role', () => {
    expect(roles.filter((role) => !(`role.${role}` in fr))).toEqual([]);
  });

  it('are the same in both languages, with the same facts', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(fr).sort());
    for (const [name, sentence] of Object.entries(fr)) {
      expect([name, facts(en[name as keyof typeof en])]).toEqual([name, facts(sentence)]);
    }
  });

  it('are filled in as they are: letters and JSON escape for themselves', () => {
    expect(say('fr', 'mail.greeting', { name: 'L’<b>Été</b>' })).toBe('Bonjour L’<b>Été</b>,');
  });

  it.each([
    [1, 'fr', 'Un sujet vous attend'],
    [2, 'fr', '2 sujets vous attendent'],
    [1, 'en', 'One thing is waiting for you'],
    [2, 'en', '2 things are waiting for you'],
  ])('count: %i, %s', (count, language, sentence) => {
    expect(say(language, 'mail.digest.subject.all', { count })).toBe(sentence);
  });

  it('speak French to whoever speaks neither', () => {
    expect(say('de', 'route.closed')).toBe(fr['route.closed']);
  });

  it('say a fault of ours for a code that nobody knows', () => {
    expect(sayCode('fr', 'FST_ERR_SOMETHING', {})).toBe(typesetSentence(fr.fault));
    expect(sayCode('en', 'busy', {})).toBe(en.busy);
  });

  it.each([
    [undefined, 'fr'],
    ['', 'fr'],
    ['en-GB,en;q=0.9,fr;q=0.8', 'en'],
    ['de-DE, en;q=0.7, fr;q=0.3', 'en'],
    ['FR-ca', 'fr'],
    ['*', 'fr'],
  ])('are those that a browser asks for first: %p', (header, language) => {
    expect(preferredLanguage(header)).toBe(language);
  });

  it('say a day without moving it', () => {
    expect(sayDay('fr', '2026-11-24')).toBe('mardi 24 novembre 2026');
    expect(sayDay('en', '2026-11-24')).toMatch(/^Tuesday,? 24 November 2026$/);
  });
});
