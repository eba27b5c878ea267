import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext } from 'playwright-core';
import { barriers } from '../support/axe.js';
import { launchChromium } from '../support/chromium.js';
import { fileForm } from '../support/deeds.js';
import { startProgram, type RunningProgram } from '../support/running.js';
import { demoPassword } from '../support/signing-in.js';

type Who = 'agent' | 'qualite' | 'elu' | 'admin' | 'pilote' | null;

/** Every page and who opens it; `:name` stands for something found through the API beforehand. */
const pages: [who: Who, path: string][] = [
  [null, '/connexion'],
  [null, '/p/:unitKey'],
  [null, '/p/nowhere'],
  [null, '/borne/:unitKey'],
  [null, '/mur/:unitKey'],
  [null, '/suivi'],
  [null, '/suivi/:code'],
  [null, '/avis/:campaignKey'],
  [null, '/avis/invite/nowhere'],
  [null, '/invitation/:invitation'],
  [null, '/no-such-page'],
  ['agent', '/'],
  ['agent', '/fiches/nouvelle'],
  ['qualite', '/'],
  ['qualite', '/fiches'],
  ['qualite', '/fiches?q=introuvable'],
  ['qualite', '/fiches/:received'],
  ['qualite', '/fiches/:inProgress'],
  ['qualite', '/fiches/:closed'],
  ['qualite', '/fiches/importer'],
  ['qualite', '/fiches/importer/:import'],
  ['qualite', '/fiches/:answered/courrier/:answer'],
  ['qualite', '/reponses-types'],
  ['qualite', '/analyses'],
  ['qualite', '/analyses/:analysis'],
  ['agent', '/analyses/:analysis'],
  ['qualite', '/actions'],
  ['qualite', '/actions?vue=tableau&status=all'],
  ['qualite', '/actions?vue=frise&plan=:plan'],
  ['qualite', '/actions?vue=calendrier'],
  ['qualite', '/actions/:toVerify/modifier'],
  ['qualite', '/plans'],
  ['qualite', '/plans/:plan'],
  ['qualite', '/reprendre-un-plan'],
  ['qualite', '/modeles'],
  ['qualite', '/actions/:toVerify'],
  ['qualite', '/actions/nouvelle?fiche=:received'],
  ['qualite', '/enquetes'],
  ['qualite', '/enquetes/:campaign/invitations'],
  ['qualite', '/mur-expression'],
  ['qualite', '/indicateurs'],
  ['qualite', '/tableaux-de-bord/publier'],
  ['qualite', '/courriers'],
  ['qualite', '/courriers/apercus'],
  ['qualite', '/regles/rappels'],
  ['qualite', '/regles/charge-de-rappels'],
  ['agent', '/actions?owner=me'],
  ['pilote', '/actions/:mine'],
  ['pilote', '/preferences'],
  ['elu', '/'],
  ['elu', '/tableaux-de-bord/:scorecard'],
  ['admin', '/services'],
  ['admin', '/services/:unit'],
  ['admin', '/services/:unit/affiche'],
  ['admin', '/regles'],
  ['admin', '/personnes'],
  ['admin', '/personnes/inviter'],
];

const looks = [
  { width: 1440, height: 900, colorScheme: 'light', language: 'fr' },
  { width: 390, height: 844, colorScheme: 'dark', language: 'en' },
] as const;

/** The name of a sentence instead of the sentence: `feedback.form.body`. */
const bareKey =
  /\b(ui|shell|session|home|feedback|analyses|actions|letters|public|people|domain|reminderRules)\.[a-z]+(\.\w+)*\b/;

describe.each(looks)('every page, at $width px, $colorScheme, $language', (look) => {
  let program: RunningProgram;
  let browser: Browser;
  let found: Record<string, string>;
  const contexts = new Map<Who, BrowserContext>();

  beforeAll(async () => {
    program = await startProgram();
    browser = await launchChromium();
    found = await find(program);
  });
  afterAll(async () => {
    await browser.close();
    await program.stop();
  });

  async function contextOf(who: Who): Promise<BrowserContext> {
    const known = contexts.get(who);
    if (known) return known;
    const { width, height, colorScheme, language } = look;
    const context = await browser.newContext({
      ...{ viewport: { width, height }, colorScheme, reducedMotion: 'reduce' },
      // The public's pages, which keep nothing, go by what the browser asks for.
      locale: language,
    });
    await context.addInitScript((chosen) => {
      // A letter's preview is a frame that has no storage.
      if (self === top) localStorage.setItem('boucle.language', chosen);
    }, language);
    if (who) {
      const [name = '', value = ''] = (await signIn(program, who)).split('=');
      await context.addCookies([{ name, value, url: program.address }]);
    }
    contexts.set(who, context);
    return context;
  }

  it.each(pages)('%s opens %s', async (who, path) => {
    const page = await (await contextOf(who)).newPage();
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(String(error)));
    await page.goto(
      program.address + path.replace(/:(\w+)/g, (_, name: string) => found[name] ?? ''),
    );
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');

    expect(await barriers(page)).toEqual([]);
    const overflow = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth - clientWidth;
    });
    expect(overflow).toBeLessThanOrEqual(0);
    const text = await page.locator('body').innerText();
    expect(text).not.toMatch(bareKey);
    expect(text).not.toContain('{{');
    expect(await page.locator('html').getAttribute('lang')).toBe(look.language);
    expect(faults).toEqual([]);
    await page.close();
  });
});

async function signIn({ address }: RunningProgram, who: Exclude<Who, null>): Promise<string> {
  const { headers } = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      email: `${who}@valmont.example`,
      password: demoPassword,
    }),
  });
  return headers.get('set-cookie')?.split(';')[0] ?? '';
}

/** What is read of the API's answers. */
interface Found {
  id: string;
  publicKey: string;
  campaigns: { id: string; publicKey: string }[];
  items: { id: string }[];
  answers: { id: string }[];
}

/** What the addresses need: an id, a key or a code of each kind. */
async function find(program: RunningProgram): Promise<Record<string, string>> {
  const cookie = await signIn(program, 'qualite');
  const owner = await signIn(program, 'pilote');
  const read = async (path: string, as = cookie) => {
    const answer = await fetch(`${program.address}/api${path}`, { headers: { cookie: as } });
    return (await answer.json()) as Found & Found[];
  };
  const first = async (path: string, as = cookie) => (await read(path, as)).items[0]?.id ?? '';
  const [, unit] = await read('/units');
  const [survey] = await read('/surveys');
  const [scorecard] = await read('/scorecards');
  const told = await fetch(`${program.address}/api/public/units/${unit?.publicKey}/feedback`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ kind: 'suggestion', body: 'Une horloge dans le hall.' }),
  });
  const { id: answered, followUpCode } = (await told.json()) as {
    id: string;
    followUpCode: string;
  };
  await fetch(`${program.address}/api/feedback/${answered}/answers`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ body: 'Une horloge arrive lundi.' }),
  });
  const file = fileForm('carnet.csv', 'Ce qui a été dit;Quand\nLe banc est cassé;24/11/2024\n');
  const brought = await fetch(`${program.address}/api/feedback/imports`, {
    method: 'POST',
    headers: { cookie, 'x-boucle': '1' },
    body: file,
  });
  const { id: broughtIn } = (await brought.json()) as { id: string };
  const invited = await program.boucle(
    ...['person', 'add', '--name', 'Lou Test', '--email', 'lou@valmont.example', '--role', 'agent'],
  );
  return {
    unit: unit?.id ?? '',
    unitKey: unit?.publicKey ?? '',
    campaign: survey?.campaigns[0]?.id ?? '',
    campaignKey: survey?.campaigns[0]?.publicKey ?? '',
    scorecard: scorecard?.id ?? '',
    code: followUpCode,
    answered,
    answer: (await read(`/feedback/${answered}`)).answers[0]?.id ?? '',
    import: broughtIn,
    invitation: /invitation\/(\S+)/.exec(invited)?.[1] ?? '',
    received: await first('/feedback?state=received'),
    inProgress: await first('/feedback?state=in_progress'),
    closed: await first('/feedback?state=closed'),
    analysis: await first('/analyses'),
    plan: await first('/plans'),
    toVerify: await first('/actions?status=toVerify'),
    mine: await first('/actions?owner=me&status=open', owner),
  };
}
