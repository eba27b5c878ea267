import { describe, expect, it } from '@jest/globals';
import { answerGestures } from '../domain/answer-gestures.js';
import type { Asked } from '../reminders/gestures.service.js';
import { gesturePage } from './gesture-page.js';
import { Reader } from './reader.js';

const asked = (movesAtOnce: boolean, action: Partial<Asked['action']> = {}) =>
  ({
    ...{ organizationName: 'CCAS de Valmont', colour: '#0f5c63', today: '2026-11-24', movesAtOnce },
    me: { name: 'Andréa Roussel' },
    action: {
      ...{ id: 'a7', reference: 'A26-7K3QX9', title: 'Alléger la porte', unitName: 'Accueil' },
      ...{ state: 'planned', progress: 0, dueOn: '2026-11-17', doneOn: null, verifierName: null },
      ...{ disownedOn: null, disownedNote: null, waiting: null, said: null, ...action },
      leaders: ['Dany Morel', 'Inès Petit'],
    },
  }) as Asked;

/** What must never be read: a key, a gap, or what a template found nothing for. */
const unsaid = /\b(gesture|mail|public|field)\.\w+\b|\{\{|undefined|null|\[object/;

describe.each(['fr', 'en'] as const)('the page of a letter’s link, in %s', (language) => {
  const reader = new Reader(language, false);
  const draw = (shown: Partial<Parameters<typeof gesturePage>[1]>, movesAtOnce = false) =>
    gesturePage(reader, {
      ...{ token: 't0ken', asked: asked(movesAtOnce), gesture: null, noted: false, ...shown },
    });

  it('says everything, whatever is asked', () => {
    for (const gesture of [...answerGestures, null]) {
      for (const movesAtOnce of [false, true]) {
        const pages = [
          draw({ gesture }, movesAtOnce),
          draw({ gesture, typed: {}, mend: { fields: { note: 'À remplir.' } } }, movesAtOnce),
        ];
        for (const page of pages) expect(unsaid.exec(page)?.[0]).toBeUndefined();
      }
    }
  });

  it('says everything, whatever was noted', () => {
    const noted: [(typeof answerGestures)[number], Partial<Asked['action']>][] = [
      ['done', { state: 'done', progress: 100, doneOn: '2026-11-24' }],
      ['underway', { state: 'in_progress', said: { progress: 60, note: null, at: '' } }],
      ['more_time', { waiting: { id: 'd1', to: '2026-12-15', reason: 'La pièce manque.' } }],
      ['not_mine', { disownedOn: '2026-11-24', disownedNote: 'Aux services techniques.' }],
    ];
    for (const [gesture, action] of noted) {
      for (const movesAtOnce of [false, true]) {
        const page = draw({ gesture, noted: true, asked: asked(movesAtOnce, action) });
        expect(unsaid.exec(page)?.[0]).toBeUndefined();
      }
    }
  });

  it('asks one thing under a heading of its own, and not under the name of the window', () => {
    const page = draw({ gesture: 'underway' });
    expect(page).toContain(`<h2>${reader.t('mail.digest.gesture.underway')}</h2>`);
    expect(page.match(/<h2/g)).toHaveLength(2);
  });
});
