import type { Page } from 'playwright-core';

/** What every account of the demonstration is opened with. */
export const demoPassword = 'valmont-demonstration';

/** Signs in as one of the demonstration, on the page where they were sent for it. */
export async function signIn(page: Page, who: string): Promise<void> {
  await page.getByLabel('Adresse électronique').fill(`${who}@valmont.example`);
  await page.getByLabel('Mot de passe', { exact: true }).fill(demoPassword);
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await page.getByRole('navigation').first().waitFor();
}
