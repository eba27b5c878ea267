import { describe, expect, it } from '@jest/globals';
import { languages } from '../domain/languages.js';
import { feedbackStates } from '../domain/feedback.js';
import { threadOf } from '../domain/thread.js';
import type { FollowUpDto } from '../feedback/follow-up.dto.js';
import { draw } from './draw.js';
import { codePage, followUpPage } from './follow-up-page.js';
import { Reader } from './reader.js';
import { tellPage } from './tell-page.js';
import { thanksPage } from './thanks-page.js';

const unit = { unitName: 'Accueil', organizationName: 'CCAS de Valmont', colour: '#f4d35e' };
const thread = threadOf({
  ...{ voice: { at: '2026-11-24' }, analysis: { at: '2026-12-01' } },
  ...{ action: { done: false, at: '2027-01-15' }, noActionNeeded: false, over: false },
});
const told = (state: FollowUpDto['state']): FollowUpDto => ({
  ...{ ...unit, reference: '26-7K3QX9', kind: 'anomaly', state, body: 'La porte.' },
  ...{ receivedOn: '2026-11-24', dismissalReason: null, attachmentCount: 2 },
  ...{ joined: false, partner: null },
  answers: [{ body: 'Merci.', at: '2026-11-25T10:00:00.000Z', attachments: [] }],
  actions: [{ kind: 'corrective', state: 'planned', dueOn: '2027-01-15' }],
  ...{ thread, news: true, usefulness: null },
});

/** What must never be read: a key, a gap, or what a template found nothing for. */
const unsaid = /public\.\w+\.|\b(mail|field)\.\w+|\{\{|undefined|null|\[object/;

describe.each(languages)('the pages in %s', (language) => {
  const reader = new Reader(language, true);

  it('say everything, in every state', () => {
    const receipt = { id: 'f', reference: '26-7K3QX9', followUpCode: '7K3QX-9M2VT' };
    const address = 'http://localhost:3000/suivi';
    const pages = [
      tellPage(reader, 'k3y', unit),
      thanksPage(reader, 'k3y', unit, { receipt, thread, address }),
      codePage(reader, '7K3', reader.t('door.unknown.follow_up')),
      ...feedbackStates.map((state) => followUpPage(reader, '7k3qx 9m2vt', told(state))),
    ];
    for (const page of pages) expect(unsaid.exec(page)?.[0]).toBeUndefined();
  });

  it('keep the language in every link of ours', () => {
    const page = followUpPage(reader, '7K3QX-9M2VT', told('received'));
    const links = [...page.matchAll(/(?:href|action)="(\/(?:p|suivi|avis)\b[^"]*)"/g)];
    const forgetful = links.filter(([, address = '']) => !/\?lang=\w\w$/.test(address));
    expect(links.length).toBeGreaterThan(5);
    expect(forgetful.map(([link]) => link)).toEqual([]);
  });
});

describe('what surrounds a page', () => {
  const frame = { reader: new Reader('fr', false), title: 'Un titre', path: '/p/k3y' };

  it('wears the organisation’s colour, with an ink that can be read on it', () => {
    const page = draw(`<% layout('@layout') %>`, { ...frame, organization: unit }, {});
    expect(page).toContain('--organization:#f4d35e;--on-organization:#000000');
    expect(page).toContain('<title>Un titre · CCAS de Valmont</title>');
  });

  it('wears nothing that is no colour', () => {
    const organization = { ...unit, colour: 'red;background:url(//elsewhere)' };
    expect(draw(`<% layout('@layout') %>`, { ...frame, organization }, {})).not.toContain('style=');
  });

  it('does without languages and comforts where no address is given', () => {
    const page = draw(`<% layout('@layout') %>`, { ...frame, path: null, organization: null }, {});
    expect(page).not.toContain('<nav');
    expect(page).not.toContain('data-comfort');
  });

  it('lets nothing that a page tells stand in for it', () => {
    const matter = { language: 'x"><script>', organizationName: '<b>', t: () => 'taken' };
    const page = draw(`<% layout('@layout') %>`, { ...frame, organization: unit }, matter);
    expect(page).toContain('<html lang="fr"');
    expect(page).not.toContain('taken');
  });
});

describe('in Arabic', () => {
  it('a code and a French name keep their own direction', () => {
    const page = followUpPage(new Reader('ar', true), '7K3QX-9M2VT', told('received'));
    expect(page).toContain('\u206826-7K3QX9\u2069');
    expect(page).toContain('\u2068Accueil\u2069');
  });
});
