import { TestBed } from '@angular/core/testing';
import { usualRules, type ReminderRules } from '../../../backend/domain/reminders';
import { Dates } from '../i18n/dates';
import { I18n } from '../i18n/i18n';
import { draftOf, rulesOf, wrongFields } from './rules-draft';
import { rulesInWords } from './rules-in-words';

describe('rules of reminders in plain words', () => {
  beforeEach(() => TestBed.inject(I18n).load('reminderRules'));

  const said = (more: Partial<ReminderRules> = {}) =>
    rulesInWords({ ...usualRules, ...more }, TestBed.inject(I18n), TestBed.inject(Dates)).map(
      (sentence) => sentence.replace(/[\u00a0\u202f]/g, ' '),
    );

  it('say the usual ones', () => {
    expect(said()).toEqual([
      'La ou le pilote reçoit un rappel 7 jours et 1 jour avant, le jour même, puis chaque semaine.',
      'Après 7 jours de retard : la ou le responsable du service.',
      'Après 21 jours de retard : la ou le responsable qualité.',
      'Aucun e-mail le samedi, le dimanche et les jours fériés.',
      'L’e-mail du jour part à partir de 7 h.',
      'Qui vient de dire où en est son action n’est pas relancé pendant 3 jours.',
    ]);
  });

  it('say that nobody is told, where nobody is', () => {
    const none = { before: [], everyAfter: null, escalation: [], restAfterReport: 0 };
    const quiet = { quietWeekdays: [], quietHolidays: false };
    expect(said({ ...none, ...quiet })).toEqual([
      'La ou le pilote ne reçoit aucun rappel.',
      'Un retard n’est signalé à personne d’autre.',
      'Des e-mails peuvent partir tous les jours.',
      'L’e-mail du jour part à partir de 7 h.',
    ]);
  });

  it('say closures, and how often', () => {
    const period = { from: '2026-08-03', to: '2026-08-14' };
    const sentences = said({ everyAfter: 3, before: [-1], quietPeriods: [period] });
    expect(sentences[0]).toBe(
      'La ou le pilote reçoit un rappel 1 jour avant, puis tous les 3 jours.',
    );
    expect(sentences[3]).toContain('et du 3 août 2026 au 14 août 2026');
  });
});

describe('rules that are being written', () => {
  const draft = draftOf(usualRules);

  it('are the same again once nothing was changed', () => {
    expect(rulesOf(draft)).toEqual(usualRules);
    expect(wrongFields(draft)).toEqual([]);
  });

  it('are put in order', () => {
    const mixed = { ...draft, days: [1, 14], escalation: usualRules.escalation.toReversed() };
    expect(rulesOf(mixed)).toMatchObject({
      before: [-14, -1, 0],
      escalation: usualRules.escalation,
    });
  });

  it.each([
    ['before', { days: [0] }],
    ['before', { days: [7, 7] }],
    ['everyAfter', { everyAfter: 0 }],
    ['escalation', { escalation: [{ after: 0, to: 'manager' as const }] }],
    ['quietPeriods', { quietPeriods: [{ from: '2026-08-03', to: '' }] }],
    ['quietWeekdays', { quietWeekdays: [0, 1, 2, 3, 4, 5, 6] }],
    ['hour', { hour: 24 }],
  ])('say that %s is wrong', (field, more) => {
    expect(wrongFields({ ...draft, ...more })).toEqual([field]);
  });
});
