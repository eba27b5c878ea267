import { expect, it } from '@jest/globals';
import { compose } from '../mail/compose.js';
import { digestLetter, type DigestItem } from './digest.mails.js';

const head = { language: 'fr', organization: 'CCAS de Valmont', colour: '#0f5c63' };
const reader = { name: 'Andréa Roussel', email: 'andrea@exemple.example' };
const where = {
  today: '2026-11-24',
  settings: 'https://b.example/p',
  unsubscribe: 'https://b.example/d',
};

const item = (title: string): DigestItem => ({
  ...{ duty: 'action', subjectId: 'a7', personId: 'p1', title, dueOn: '2026-11-17' },
  ...{ unitName: 'Accueil', path: [], page: '/actions/a7', role: 'owner', section: 'late' },
  ...{ step: 7, quiet: false, hour: 7, insteadOf: null, link: 'https://b.example/actions/a7' },
  ...{ answer: 'https://b.example/r/x', reply: 'reponses+a26@b.example' },
});

it('a title ends no line of the letter, adds nothing to a reply and is no page of its own', () => {
  const title = 'Porte\r\nBcc: x@y.example\n\n- Autre <img src=x> \u202efin $t(mail.digest.why)';
  const { blocks } = digestLetter(head, reader, [item(title)], where);
  const { text, html } = compose(head, blocks);
  const told = 'Porte Bcc: x@y.example - Autre <img src=x> fin $t(mail.digest.why)';
  expect(text).toContain(`\n- ${told}\n`);
  expect(html).toContain(told.replace('<', '&lt;').replace('>', '&gt;'));
  const [, subject = ''] = /subject=(\S+)/.exec(text) ?? [];
  expect(decodeURIComponent(subject)).toBe(told);
});
