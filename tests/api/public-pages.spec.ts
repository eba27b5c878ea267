import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { languages } from '../../backend/domain/languages.js';
import type { OpenedOrganization } from '../../backend/organization/organization.service.js';
import { addUnit, openCampaign, stored } from '../support/deeds.js';
import { openProgram, type Program, type Signed } from '../support/program.js';

let program: Program;
let tenant: OpenedOrganization;
let quality: Signed;
let unit: { id: string; publicKey: string };
let visitors = 0;

beforeAll(async () => {
  program = await openProgram();
  tenant = await program.organization('CCAS de Valmont');
  quality = await program.member(tenant, 'quality_manager');
  unit = await addUnit(await program.member(tenant, 'administrator'), tenant.rootUnitId, 'Accueil');
});
afterAll(() => program.close());

interface Page {
  status: number;
  html: string;
  headers: Headers;
}

/** What a browser without a script does: it asks for an address, or sends a form. */
async function open(path: string, form?: Record<string, string>, asked = 'fr'): Promise<Page> {
  const answer = await fetch(program.url + path, {
    method: form ? 'POST' : 'GET',
    headers: { 'accept-language': asked },
    redirect: 'manual',
    ...(form && { body: new URLSearchParams(form) }),
  });
  return { status: answer.status, html: await answer.text(), headers: answer.headers };
}

const hidden = (html: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';

const codeIn = (html: string): string =>
  /<p class="code"><bdi dir="ltr">([0-9A-Z]{5}-[0-9A-Z]{5})</.exec(html)?.[1] ?? '';

/** Opens the form and sends it back filled in. */
async function tell(word: Record<string, string>, query = ''): Promise<Page & { code: string }> {
  const form = await open(`/p/${unit.publicKey}${query}`);
  const followUpCode = hidden(form.html, 'followUpCode');
  const page = await open(`/p/${unit.publicKey}${query}`, { followUpCode, ...word });
  return { ...page, code: followUpCode };
}

const count = async (body: string): Promise<number> => {
  const query = 'SELECT count(*)::int AS n FROM feedback WHERE body = $1';
  const [row] = await stored<{ n: number }>(program, tenant, query, [body]);
  return row?.n ?? 0;
};

describe('the page of a service, without any script', () => {
  it('bears the service’s and the organisation’s name and colour, and sets no cookie', async () => {
    const { status, html, headers } = await open(`/p/${unit.publicKey}`);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('set-cookie')).toBeNull();
    expect(html).toContain('CCAS de Valmont');
    expect(html).toContain('Accueil');
    expect(html).toMatch(/<html lang="fr" dir="ltr" style="--organization:#[0-9a-f]{6};/);
    expect(html).not.toMatch(/<script(?![^>]* src="\/public\/)/);
  });

  it('takes a word, thanks with the code that was in the form, and leads to the follow-up', async () => {
    const word = { kind: 'anomaly', body: 'La rampe bouge.', reporter: 'relative' };
    const { status, html, code } = await tell({ ...word, wallConsent: 'yes' });
    expect(status).toBe(200);
    expect(codeIn(html)).toBe(code);
    const query = 'SELECT kind, channel, reporter, wall_consent FROM feedback WHERE body = $1';
    expect(await stored(program, tenant, query, [word.body])).toEqual([
      { kind: 'anomaly', channel: 'web', reporter: 'relative', wall_consent: true },
    ]);
    const followed = await open(`/suivi/${code}`);
    expect(followed.status).toBe(200);
    expect(followed.html).toContain('Nous avons bien reçu votre message');
    expect(followed.html).toContain('La rampe bouge.');
  });

  it('takes a word once however often the form is sent, and again once it says something else', async () => {
    const word = { kind: 'suggestion', body: 'Un banc dehors.' };
    const { html, code } = await tell(word);
    const again = await open(`/p/${unit.publicKey}`, { ...word, followUpCode: code });
    expect(codeIn(again.html)).toBe(codeIn(html));
    expect(await count(word.body)).toBe(1);

    const other = { ...word, body: 'Deux bancs dehors.' };
    const refused = await open(`/p/${unit.publicKey}`, { ...other, followUpCode: code });
    expect(refused.status).toBe(400);
    expect(refused.html).toContain('Deux bancs dehors.');
    const fresh = hidden(refused.html, 'followUpCode');
    expect(fresh).not.toBe(code);
    await open(`/p/${unit.publicKey}`, { ...other, followUpCode: fresh });
    expect(await count(other.body)).toBe(1);
  });

  it('gives everything back with a sentence beside each field that is wrong', async () => {
    const { status, html } = await tell({
      ...{ kind: 'complaint', body: ' \r\n ', reporter: 'partner', email: 'pas une adresse' },
      ...{ phone: '06 12', name: 'Ada', wallConsent: 'yes' },
    });
    expect(status).toBe(400);
    expect(html).toContain('<title>Erreur');
    expect(html).toMatch(/role="alert" tabindex="-1" autofocus/);
    expect(html).toContain('href="#body"');
    expect(html).toMatch(/id="body-error"[^>]*>À remplir/);
    expect(html).toMatch(/id="email-error"[^>]*>Une adresse comme/);
    expect(html).toMatch(/value="complaint" required checked/);
    expect(html).toMatch(/value="partner" checked/);
    expect(html).toMatch(/name="wallConsent" value="yes" checked/);
    for (const typed of ['pas une adresse', '06 12', 'Ada']) expect(html).toContain(`"${typed}"`);
  });

  it('keeps robots out by a box that people leave empty, and tells people who filled it', async () => {
    const { status, html } = await tell({ kind: 'anomaly', body: 'Achetez', website: 'x' });
    expect(status).toBe(400);
    expect(html).toContain('Cette case doit rester vide');
    expect(await count('Achetez')).toBe(0);
  });

  it.each([
    ['emoji and both directions', 'Merci 👩🏽‍🦽 مرحبا\u202e'],
    ['lines', 'Une\nDeux\n\nTrois'],
  ])('keeps %s as they were', async (_, body) => {
    const { code } = await tell({ kind: 'compliment', body: body.replaceAll('\n', '\r\n') });
    const { body: told } = await program.anybody('GET', `/public/follow-ups/${code}`);
    expect(told.body).toBe(body);
  });

  it.each([
    ['100,000 signs', 'é'.repeat(100_000), /20 000|20000/],
    ['a NUL', 'Un\0deux', /caractère invisible/],
  ])('refuses %s clearly, and gives it back', async (_, body, sentence) => {
    const { status, html } = await tell({ kind: 'anomaly', body });
    expect(status).toBe(400);
    expect(html).toMatch(sentence);
    expect(html).toContain(body.slice(0, 2));
  });
});

describe('whoever means harm', () => {
  const nasty = '"><script>alert(1)</script><img src=x onerror=alert(1)>\'';

  it('writes text, and no markup, in every field and address', async () => {
    const fields = [
      'kind',
      'reporter',
      'name',
      'email',
      'phone',
      'website',
      'followUpCode',
      'body',
    ];
    const given = Object.fromEntries(fields.map((name) => [name, nasty]));
    const address = encodeURIComponent(nasty);
    const pages = await Promise.all([
      open(`/p/${unit.publicKey}`, given),
      tell({ kind: 'anomaly', body: nasty, name: nasty }),
      open(`/p/${address}`),
      open(`/p/${unit.publicKey}?lang=${address}`),
      open('/suivi', { code: nasty }),
      open(`/suivi?code=${address}`),
      open(`/avis/${address}`),
      open(`/suivi/${address}/utile`, { useful: nasty }),
    ]);
    for (const { html } of pages) {
      expect(html).toMatch(/^<!doctype html>/);
      expect(html).not.toContain('<script>');
      expect(html).not.toContain('<img');
    }
    const { code } = pages[1] as { code: string };
    const followed = await open(`/suivi/${code}`);
    expect(followed.html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  it('cannot send a form to the API, whatever the address looks like', async () => {
    for (const path of ['/api/session', '/api/organizations', '/api/feedback']) {
      const { status } = await open(path, { email: 'a@exemple.example' });
      expect([path, status]).toEqual([path, 415]);
    }
  });
});

describe('the follow-up', () => {
  it.each([
    [
      'posted, as people write it',
      (code: string) => open('/suivi', { code: ` ${code.toLowerCase().replace('-', ' ')} ` }),
    ],
    ['in the query', (code: string) => open(`/suivi?code=${code}`)],
    ['in the address', (code: string) => open(`/suivi/${code}`)],
  ])('opens with the code %s', async (_, ask) => {
    const { body } = await program.anybody('POST', `/public/units/${unit.publicKey}/feedback`, {
      ...{ kind: 'suggestion', body: `Une horloge ${(visitors += 1)}.` },
    });
    const { status, html } = await ask(body.followUpCode as string);
    expect(status).toBe(200);
    expect(html).toContain(`Une horloge ${visitors}.`);
    expect(html).toContain(body.reference);
  });

  it('says what is wrong with a code beside the field, and keeps it', async () => {
    const { status, html } = await open('/suivi', { code: '7K3' });
    expect(status).toBe(404);
    expect(html).toMatch(/id="code-error"[^>]*>Aucun message ne correspond/);
    expect(html).toContain('value="7K3"');
    expect((await open('/suivi', { code: ' ' })).status).toBe(400);
    expect((await open('/suivi/00000-00000')).status).toBe(404);
  });

  it('asks whether it was useful once it is closed, and takes the answer once', async () => {
    const body = 'La lumière du couloir.';
    const told = await program.anybody('POST', `/public/units/${unit.publicKey}/feedback`, {
      ...{ kind: 'anomaly', body, email: 'a@exemple.example' },
    });
    const code = told.body.followUpCode as string;
    expect((await open(`/suivi/${code}`)).html).not.toContain('Est-ce que cela vous a été utile');
    const early = await open(`/suivi/${code}/utile`, { useful: 'no' });
    expect(early.status).toBe(400);
    const closing = `UPDATE feedback SET state = 'closed', decision = 'Dit' WHERE body = $1`;
    await stored(program, tenant, closing, [body]);
    expect((await open(`/suivi/${code}`)).html).toContain('Est-ce que cela vous a été utile');
    const comment = 'Toujours sombre';
    const { status, headers } = await open(`/suivi/${code}/utile?lang=pt`, {
      useful: 'no',
      comment,
    });
    expect([status, headers.get('location')]).toEqual([303, `/suivi/${code}?lang=pt`]);
    expect((await open(`/suivi/${code}`)).html).toContain('Vous avez répondu non');
  });

  it('stops the news, and starts them again', async () => {
    const told = await program.anybody('POST', `/public/units/${unit.publicKey}/feedback`, {
      ...{ kind: 'anomaly', body: 'Le bruit.', email: 'b@exemple.example' },
    });
    const code = told.body.followUpCode as string;
    expect((await open(`/suivi/${code}`)).html).toContain('Ne plus me prévenir');
    expect((await open(`/suivi/${code}/nouvelles`, { wanted: 'no' })).status).toBe(303);
    expect((await open(`/suivi/${code}`)).html).toContain('Me prévenir de nouveau');
  });

  it('holds no more of a form than words need, however many fields share it out', async () => {
    const form = new FormData();
    for (const name of ['kind', 'body', 'name']) form.set(name, 'x'.repeat(500_000));
    const { status } = await fetch(`${program.url}/p/${unit.publicKey}`, {
      ...{ method: 'POST', body: form },
    });
    expect(status).toBe(413);
  });

  it('takes a picture as a browser sends it, and says clearly what it does not take', async () => {
    const { body } = await program.anybody('POST', `/public/units/${unit.publicKey}/feedback`, {
      ...{ kind: 'anomaly', body: 'Voyez vous-même.' },
    });
    const send = async (bytes: BlobPart) => {
      const form = new FormData();
      form.set('file', new Blob([bytes]), 'photo.png');
      const path = `/suivi/${body.followUpCode}/fichier`;
      const answer = await fetch(program.url + path, {
        ...{ method: 'POST', body: form, redirect: 'manual' },
      });
      return { status: answer.status, html: await answer.text() };
    };
    const pixel =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    expect((await send(Buffer.from(pixel, 'base64'))).status).toBe(303);
    expect((await open(`/suivi/${body.followUpCode}`)).html).toContain(
      'Fichiers joints à votre message : 1.'.replace(' :', '\u00a0:'),
    );
    const disguised = await send('MZ\u0090\0 this program cannot be run');
    expect(disguised.status).toBe(400);
    expect(disguised.html).toContain('Ce fichier ne peut pas être joint');
  });
});

describe('another organisation', () => {
  it('shows its own name, and never receives what was told elsewhere', async () => {
    const other = await program.organization('CIAS de la Lys');
    const administrator = await program.member(other, 'administrator');
    const desk = await addUnit(administrator, other.rootUnitId, 'Guichet');
    const { html } = await open(`/p/${desk.publicKey}`);
    expect(html).toContain('CIAS de la Lys');
    expect(html).not.toContain('Valmont');
    const { code } = await tell({ kind: 'anomaly', body: 'Ici seulement.' });
    const taken = { kind: 'anomaly', body: 'Ici seulement.', followUpCode: code };
    const refused = await open(`/p/${desk.publicKey}`, taken);
    expect(refused.status).toBe(400);
    expect(codeIn(refused.html)).toBe('');
  });

  it.each(['/p/nowhere', '/avis/nowhere', '/p', '/p/a/b/c', '/suivi/x/y', '/borne/nowhere/x'])(
    'an unknown address, %s, is told on a page',
    async (path) => {
      const { status, html } = await open(path, undefined, 'en');
      expect(status).toBe(404);
      expect(html).toContain('<html lang="en" dir="ltr">');
      expect(html).toContain('It did not work');
    },
  );
});

describe('an opinion', () => {
  it('sent twice by a hand that trembles counts once, another person’s counts too', async () => {
    const { campaignId, publicKey } = await openCampaign(quality, unit.id);
    const idOf = async () => {
      const { html } = await open(`/avis/${publicKey}`);
      return /name="id" value="([^"]+)"/.exec(html)?.[1] ?? '';
    };
    const [mine, yours] = [await idOf(), await idOf()];
    const send = (id: string) => open(`/avis/${publicKey}`, { id, smiley: 'good' });
    const answers = await Promise.all([send(mine), send(mine), send(yours)]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    const query = 'SELECT id FROM survey_answer WHERE campaign_id = $1 ORDER BY id';
    expect(await stored(program, tenant, query, [campaignId])).toEqual(
      [mine, yours].sort().map((id) => ({ id })),
    );
    // No id that tells when, which one in the order of time would.
    expect((await send('019aa000-0000-7000-8000-000000000000')).status).toBe(400);
  });

  it('is a face, with or without a reason, and a reload counts it once', async () => {
    const { campaignId, publicKey } = await openCampaign(quality, unit.id);
    const page = await open(`/avis/${publicKey}`);
    expect(page.html).toContain('Comment s’est passée votre visite');
    const empty = await open(`/avis/${publicKey}`, { comment: 'Trop long' });
    expect(empty.status).toBe(400);
    expect(empty.html).toContain('Trop long</textarea>');
    const sent = await open(`/avis/${publicKey}?lang=uk`, { smiley: 'bad', comment: 'Trop long' });
    expect(sent.status).toBe(303);
    const thanks = await open(sent.headers.get('location') ?? '');
    expect(thanks.html).toContain('Дякуємо за вашу думку');
    const query = 'SELECT smiley, comment FROM survey_answer WHERE campaign_id = $1';
    expect(await stored(program, tenant, query, [campaignId])).toEqual([
      { smiley: 'bad', comment: 'Trop long' },
    ]);
  });
});

describe('five languages', () => {
  it.each([
    ['fr', 'ltr', 'Dites-nous'],
    ['en', 'ltr', 'Tell us'],
    ['ar', 'rtl', 'تحدّث إلينا'],
    ['uk', 'ltr', 'Розкажіть нам'],
    ['pt', 'ltr', 'Diga-nos'],
  ])(
    '%s: chosen in the address or by the browser, and kept in every link',
    async (lang, dir, title) => {
      const chosen = await open(`/p/${unit.publicKey}?lang=${lang}`, undefined, 'de');
      const asked = await open(`/p/${unit.publicKey}`, undefined, `${lang},fr;q=0.5`);
      for (const { html } of [chosen, asked]) {
        expect(html).toContain(`<html lang="${lang}" dir="${dir}"`);
        expect(html).toContain(title);
      }
      expect(chosen.html).toContain(`action="/p/${unit.publicKey}?lang=${lang}"`);
      expect(chosen.html).toContain(`href="/suivi?lang=${lang}"`);
      expect(asked.html).toContain('href="/suivi"');
    },
  );

  it('offers each in its own name on every page', async () => {
    for (const path of [`/p/${unit.publicKey}`, '/suivi', '/p/nowhere']) {
      const { html } = await open(path);
      for (const name of ['Français', 'English', 'العربية', 'Українська', 'Português']) {
        expect(html).toContain(`>${name}</a>`);
      }
    }
  });

  it('answers in the language in which the word was told', async () => {
    const email = 'nadia@exemple.example';
    const { html } = await tell({ kind: 'anomaly', body: 'Porte.', email }, '?lang=ar');
    expect(html).toContain('شكرًا. وصلتنا رسالتك.');
    const letter = await program.postbox.letterTo(email);
    expect(letter.subject).toContain('وصلتنا رسالتك');
    expect(letter.text).toMatch(/\/suivi\/[0-9A-Z-]{11}\?lang=ar/);
    const rows = await stored(program, tenant, 'SELECT language FROM reporter WHERE email = $1', [
      email,
    ]);
    expect(rows).toEqual([{ language: 'ar' }]);
  });

  it('never shows a key instead of a sentence', async () => {
    const { code } = await tell({ kind: 'anomaly', body: 'Porte.' });
    for (const lang of languages) {
      for (const path of [`/p/${unit.publicKey}`, '/suivi', `/suivi/${code}`, '/p/nowhere']) {
        const { html } = await open(`${path}?lang=${lang}`);
        expect(html).not.toMatch(/public\.\w+\.|\{\{|undefined|\[object/);
      }
    }
  });
});

describe('a first visit', () => {
  it('weighs less than 200 kB, with nothing from elsewhere', async () => {
    const { html } = await open(`/p/${unit.publicKey}`);
    const addresses = [...html.matchAll(/<(?:link|script)[^>]* (?:href|src)="([^"]+)"/g)].map(
      ([, address = '']) => address,
    );
    expect(addresses.filter((address) => /\.(css|js|woff2)$/.test(address))).toHaveLength(3);
    expect(addresses.filter((address) => !address.startsWith('/'))).toEqual([]);
    let weight = Buffer.byteLength(html);
    for (const address of addresses.filter((address) => address.startsWith('/public/'))) {
      const answer = await fetch(program.url + address, {
        headers: { 'accept-encoding': 'identity' },
      });
      expect([address, answer.status]).toEqual([address, 200]);
      expect(answer.headers.get('cache-control')).toContain('immutable');
      weight += (await answer.arrayBuffer()).byteLength;
    }
    expect(weight).toBeLessThan(200_000);
  });
});

// Last, as it uses up what one visitor may send.
describe('too many at once', () => {
  it('is held back after sixty tries, and whoever is held back with them keeps their words', async () => {
    const form = { kind: 'anomaly', body: '', name: 'Ada' };
    const pages: Page[] = [];
    for (let number = 0; number < 61 && pages.at(-1)?.status !== 429; number += 1) {
      pages.push(await open(`/p/${unit.publicKey}`, form));
    }
    const { status, html } = await open(`/p/${unit.publicKey}`, { ...form, body: 'Gardez-moi' });
    expect(status).toBe(429);
    expect(html).toContain('Patientez une minute');
    expect(html).toContain('<p class="verbatim" dir="auto">Gardez-moi</p>');
    expect(hidden(html, 'name')).toBe('Ada');
  });
});
