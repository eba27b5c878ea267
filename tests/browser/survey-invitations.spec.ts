import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { barriers } from '../support/axe.js';
import { launchChromium } from '../support/chromium.js';
import { openPostbox, type Postbox } from '../support/postbox.js';
import { startProgram, type RunningProgram } from '../support/running.js';
import { signIn } from '../support/signing-in.js';

const people = Array.from({ length: 6 }, (_, nth) => `personne-${nth}@exemple.example`);

describe('from a pasted list to an anonymous answer', () => {
  let postbox: Postbox;
  let program: RunningProgram;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    postbox = await openPostbox();
    program = await startProgram({ SMTP_URL: postbox.url });
    browser = await launchChromium();
    page = await browser.newPage({ locale: 'fr-FR' });
  });
  afterAll(async () => {
    await browser.close();
    await program.stop();
    await postbox.close();
  });

  it('invites, once what was read and the letter are seen', async () => {
    await page.goto(`${program.address}/enquetes`);
    await signIn(page, 'qualite');
    await page.getByRole('link', { name: 'Inviter par courriel' }).first().click();
    await page
      .getByLabel('Adresses à inviter')
      .fill(`${people.join('\n')}\nlou arobase exemple.example`);
    await page.getByText('ligne 7 : lou arobase exemple.example').waitFor();
    await page.frameLocator('iframe').getByText('Donner mon avis').waitFor();
    expect(await barriers(page)).toEqual([]);
    // A call, and the page is closed: the list is still there.
    await page.reload();
    const verb = { name: 'Envoyer 6 invitations' };
    await page.getByRole('button', verb).click();
    await page.getByRole('dialog').getByRole('button', verb).click();
    await page.getByText('pour 6 adresses invitées (0 %)').waitFor();
    expect(await page.getByLabel('Adresses à inviter').inputValue()).toBe(
      'lou arobase exemple.example',
    );
  });

  it('takes one answer on a telephone that runs no script, and says so', async () => {
    const { text = '' } = await postbox.letterTo(people[0]!);
    const [link = ''] = /\/avis\/invite\/\S+/.exec(text) ?? [];
    const telephone = await browser.newContext({
      ...{ locale: 'fr-FR', javaScriptEnabled: false, viewport: { width: 390, height: 844 } },
    });
    const reader = await telephone.newPage();
    await reader.goto(program.address + link);
    await reader.getByText('Rien ne relie votre réponse à votre adresse').waitFor();
    await reader.getByText('Bien', { exact: true }).click();
    await reader.getByRole('button', { name: 'Envoyer ma réponse' }).click();
    await reader.getByRole('heading', { name: 'Merci de votre avis' }).waitFor();
    await reader.goto(program.address + link);
    await reader.getByRole('heading', { name: 'Ce lien ne sert plus' }).waitFor();
    const [stop = ''] = /\/desabonnement\/\S+/.exec(text) ?? [];
    await reader.goto(program.address + stop);
    await reader.getByRole('button', { name: 'Ne plus m’en envoyer' }).click();
    await reader.getByRole('heading', { name: 'C’est noté' }).waitFor();
    await telephone.close();
    await page.reload();
    await page.getByText('1 réponse par ces liens, pour 6 adresses invitées (17 %)').waitFor();
  });
});
