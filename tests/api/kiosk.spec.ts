import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addUnit, stored } from '../support/deeds.js';
import { openProgram, type Program } from '../support/program.js';

let program: Program;
beforeAll(async () => (program = await openProgram()));
afterAll(() => program.close());

async function desk() {
  const tenant = await program.organization();
  const administrator = await program.member(tenant, 'administrator');
  return { tenant, unit: await addUnit(administrator, tenant.rootUnitId, 'Salle <d’attente>') };
}
const word = { kind: 'suggestion', body: 'Un banc dehors', followUpCode: '7K3QX-9M2VT' };

describe('what is told on the tablet of a waiting room', () => {
  it('is known by its channel, and comes in once however often it is delivered', async () => {
    const { tenant, unit } = await desk();
    const path = `/public/units/${unit.publicKey}/feedback`;
    const first = await program.anybody('POST', path, { ...word, channel: 'kiosk' });
    const again = await program.anybody('POST', path, { ...word, channel: 'kiosk' });
    expect(again).toMatchObject({ status: 201, body: first.body });
    expect(await stored(program, tenant, 'SELECT channel FROM feedback')).toEqual([
      { channel: 'kiosk' },
    ]);
  });

  it('comes from the web unless said, and from nowhere else', async () => {
    const { tenant, unit } = await desk();
    const path = `/public/units/${unit.publicKey}/feedback`;
    const { followUpCode: _, ...plain } = word;
    expect(await program.anybody('POST', path, plain)).toMatchObject({ status: 201 });
    expect(await program.anybody('POST', path, { ...plain, channel: 'front_desk' })).toMatchObject({
      status: 400,
    });
    expect(await stored(program, tenant, 'SELECT channel FROM feedback')).toEqual([
      { channel: 'web' },
    ]);
  });
});

describe('the page of the tablet', () => {
  it('holds every language, and ends where its words end', async () => {
    const { unit } = await desk();
    const page = await fetch(`${program.url}/borne/${unit.publicKey}`);
    const html = await page.text();
    expect(page.status).toBe(200);
    const [, json = ''] = /id="kiosk-words">(.*?)<\/script>/s.exec(html) ?? [];
    const { languages } = JSON.parse(json) as {
      languages: Record<string, { sentences: Record<string, string> }>;
    };
    expect(Object.keys(languages)).toEqual(['fr', 'en', 'ar', 'uk', 'pt']);
    const used = [...html.matchAll(/data-t="([^"]+)"/g)].map(([, name = '']) => name);
    expect(used.length).toBeGreaterThan(20);
    for (const { sentences } of Object.values(languages)) {
      expect(used.filter((name) => !sentences[name])).toEqual([]);
    }
    expect(html).not.toContain('<d’attente>');
  });

  it('stands for nothing where there is no such service', async () => {
    expect((await fetch(`${program.url}/borne/nowhere`)).status).toBe(404);
  });
});
