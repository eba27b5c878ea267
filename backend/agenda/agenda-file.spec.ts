import { describe, expect, it } from '@jest/globals';
import type { AgendaEvent } from './agenda-events.js';
import { agendaFile } from './agenda-file.js';

const event: AgendaEvent = {
  ...{ kind: 'due', id: 'a', title: 'Porte', day: '2026-03-29', awaited: false },
  action: { id: 'a', reference: 'A26-AAAAAA', title: 'Porte', unitName: 'Accueil' },
  ...{ revision: 3, changedAt: new Date('2026-03-28T23:30:00Z') },
};
const written = (more: Partial<AgendaEvent>, language = 'fr') =>
  agendaFile(language, [{ ...event, ...more }], (path) => `https://boucle.example${path}`)
    .replaceAll('\r\n ', '')
    .split('\r\n');
const line = (name: string, more: Partial<AgendaEvent> = {}, language?: string) =>
  written(more, language).find((one) => one.startsWith(name));

describe('a calendar file', () => {
  it.each([
    ['a comma, a semicolon', String.raw`a\, b\; c`, 'a, b; c'],
    ['a backslash', String.raw`a\\b`, String.raw`a\b`],
    ['a new line, which a title has no place for', 'a b', 'a\r\nb'],
    ['a tab and what no keyboard types', 'a b', 'a\t\u0000\u2028b'],
    ['quotes and colons', '« a » : "b"', '« a » : "b"'],
  ])('holds %s', (_, expected, title) => {
    expect(line('SUMMARY', { title })).toBe(`SUMMARY:Échéance\u00a0: ${expected}`);
  });

  it.each([
    ['2026-03-29', '20260329', '20260330'],
    ['2026-10-25', '20261025', '20261026'],
    ['2027-12-31', '20271231', '20280101'],
    ['2028-02-28', '20280228', '20280229'],
  ])('gives the whole of %s, up to the day after', (day, from, until) => {
    expect(line('DTSTART', { day })).toBe(`DTSTART;VALUE=DATE:${from}`);
    expect(line('DTEND', { day })).toBe(`DTEND;VALUE=DATE:${until}`);
  });

  it('names an event alike as long as it is the same thing to do', () => {
    const check = { kind: 'check', day: '2026-10-25' } as const;
    expect(line('UID', { ...check, awaited: true })).toBe(line('UID', check));
    expect(line('UID', check)).not.toBe(line('UID'));
    expect(line('SEQUENCE')).toBe('SEQUENCE:3');
  });

  it.each([
    ['due', false, 'Action A26-AAAAAA\\, Accueil.'],
    ['step', false, 'Étape de l’action A26-AAAAAA\\, Porte (Accueil).'],
    ['check', false, 'Action A26-AAAAAA\\, Accueil. Elle est terminée.'],
    ['check', true, 'Elle n’est pas encore terminée\u00a0: ce jour peut changer.'],
  ] as const)('says what a %s is of (still to be done: %s)', (kind, awaited, said) => {
    const description = line('DESCRIPTION', { kind, awaited });
    expect(description).toContain(said);
    expect(description).toMatch(/\\nhttps:\/\/boucle\.example\/actions\/a$/);
  });

  it('keeps nobody busy, rings no bell, and asks to be read again', () => {
    const lines = written({});
    expect(lines).toEqual(
      expect.arrayContaining(['TRANSP:TRANSPARENT', 'CLASS:PRIVATE', 'X-PUBLISHED-TTL:PT4H']),
    );
    expect(lines.join()).not.toContain('VALARM');
  });

  it('is in the reader’s language', () => {
    expect(line('SUMMARY', {}, 'en')).toBe('SUMMARY:Due: Porte');
    expect(line('PRODID', {}, 'en')).toBe('PRODID:-//Boucle//Boucle//EN');
  });
});
