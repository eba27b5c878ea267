import { describe, expect, it } from '@jest/globals';
import { compose, type Block } from './compose.js';

const head = { language: 'fr', organization: 'CCAS <Valmont> & "Lys"', colour: '#0f5c63' };
const href = 'https://boucle.example.org/actions/1?a=1&b=2';
const nasty = '<script>alert("1")</script> & fin';

describe('a letter', () => {
  it.each<Block>([
    { kind: 'paragraph', text: nasty },
    { kind: 'heading', text: nasty },
    { kind: 'small', text: nasty },
    { kind: 'quote', text: nasty },
    { kind: 'button', text: nasty, href },
    { kind: 'link', text: nasty, href },
    { kind: 'item', text: nasty, detail: nasty, href: `${href}"><script>` },
  ])('writes what people wrote as text and not as markup, in a $kind', (block) => {
    const { html } = compose(head, [block]);
    expect(html).not.toContain('<script>');
    expect(html).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; fin');
    expect(html).toContain('CCAS &lt;Valmont&gt; &amp; &quot;Lys&quot;');
    expect(html).toMatch(/^<!doctype html>\n<html lang="fr" dir="ltr">/);
  });

  it('says the same in its text part, without markup', () => {
    const { text } = compose(head, [
      { kind: 'paragraph', text: 'Bonjour,' },
      { kind: 'heading', text: 'En retard' },
      { kind: 'item', text: 'Réparer la rampe', detail: 'échéance : lundi', href },
      { kind: 'quote', text: 'Deux\nlignes' },
      { kind: 'button', text: 'Suivre', href },
      { kind: 'small', text: nasty },
    ]);
    expect(text.split('\n\n')).toEqual([
      'Bonjour,',
      'EN RETARD',
      `- Réparer la rampe\n  échéance : lundi\n  ${href}`,
      '> Deux\n> lignes',
      `Suivre : ${href}`,
      nasty,
      '-- ',
      'CCAS <Valmont> & "Lys" vous a envoyé ce message avec Boucle.\n',
    ]);
  });

  it('draws the thread, which its text part says in the same order', () => {
    const points = ['Voix', 'Analyse', 'Action', 'Effet', nasty].map((text, count) => ({
      ...{ text, count },
    }));
    const { text, html } = compose(head, [{ kind: 'thread', points }]);
    expect(text).toContain(`Voix 0 > Analyse 1 > Action 2 > Effet 3 > ${nasty} 4`);
    const read = html.replace(/<style>[^]*<\/style>|<[^>]+>/g, ' ').replace(/\s+/g, ' ');
    expect(read).toContain('0 Voix 1 Analyse 2 Action 3 Effet 4 &lt;script&gt;');
  });

  it('tells the address of a page that takes several answers once', () => {
    const page = 'https://boucle.example.org/r/t0ken';
    const reply = { text: 'Répondre', href: 'mailto:r@ccas.example?subject=A7' };
    const answers = [
      { text: 'C’est fait', href: `${page}?geste=done` },
      { text: 'C’est en cours', href: `${page}?geste=underway` },
      reply,
    ];
    const item: Block = { kind: 'item', text: 'Réparer', detail: 'lundi', href, answers };
    const { text, html } = compose(head, [item]);
    expect(text).toContain(
      `\n  C’est fait / C’est en cours : ${page}\n  Répondre : ${reply.href}\n`,
    );
    for (const answer of answers) expect(html).toContain(`href="${answer.href}"`);
  });

  it('speaks the language of its reader', () => {
    const { text, html } = compose({ ...head, language: 'en' }, []);
    expect(text).toContain('Sent by CCAS');
    expect(html).toContain('<html lang="en" dir="ltr">');
  });

  it('is laid out from right to left for whoever reads so', () => {
    const { html } = compose({ ...head, language: 'ar' }, [{ kind: 'quote', text: 'Merci' }]);
    expect(html).toContain('<html lang="ar" dir="rtl">');
    expect(html).toContain('border-right:3px');
    expect(html).toContain('\u2068CCAS &lt;Valmont&gt;');
  });

  it.each([
    ['#0f5c63', '#ffffff', '#0f5c63'],
    ['#f4d35e', '#000000', '#000000'],
    ['#ffffff', '#000000', '#000000'],
    ['#000000', '#ffffff', '#000000'],
  ])('has a button that is read and seen in %s', (colour, ink, edge) => {
    const { html } = compose({ ...head, colour }, [{ kind: 'button', text: 'Suivre', href }]);
    expect(html).toContain(`background:${colour};color:${ink};border:2px solid ${edge};`);
  });
});
