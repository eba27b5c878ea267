import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addUnit } from '../support/deeds.js';
import { coloursOf, ordersOf, readQrCode, wordsOf } from '../support/pdf.js';
import { openProgram, signIn, type Program, type Signed } from '../support/program.js';

let program: Program;
beforeAll(async () => (program = await openProgram()));
afterAll(() => program.close());

async function printed(by: Signed, path: string): Promise<{ answer: Response; pdf: Buffer }> {
  const cookie = await signIn(program.url, by.email);
  const answer = await fetch(`${program.url}/api/units/${path}`, { headers: { cookie } });
  return { answer, pdf: Buffer.from(await answer.arrayBuffer()) };
}

async function desk(colour = '#7a1f3d') {
  const tenant = await program.organization('CCAS de Trifouillis');
  const administrator = await program.member(tenant, 'administrator');
  await administrator.call('PATCH', '/organizations/mine', { colour });
  const unit = await addUnit(administrator, tenant.rootUnitId, 'Accueil de la mairie');
  return { tenant, administrator, unit };
}

describe('the poster of a service', () => {
  it('bears a code that leads to its public page, and the address to type', async () => {
    const { administrator, unit } = await desk();
    const { answer, pdf } = await printed(administrator, `${unit.id}/poster?size=a4`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.headers.get('content-disposition')).toContain('.pdf"');
    const address = `${program.url}/p/${unit.publicKey}`;
    expect(readQrCode(pdf)).toBe(address);
    expect(wordsOf(pdf)).toContain(address.replace('http://', ''));
  });

  it.each([
    ['a4', 595.28, 841.89],
    ['a3', 841.89, 1190.55],
  ])('has the size of a sheet of %s', async (size, width, height) => {
    const { administrator, unit } = await desk();
    const { pdf } = await printed(administrator, `${unit.id}/poster?size=${size}`);
    const file = pdf.toString('latin1');
    expect(file.match(/\/MediaBox \[[^\]]*\]/g)).toEqual([`/MediaBox [0 0 ${width} ${height}]`]);
    expect(readQrCode(pdf)).toContain(unit.publicKey);
  });

  it('can be read out: tagged, in a language, with a title, its words in their order', async () => {
    const { administrator, unit } = await desk();
    const { pdf } = await printed(administrator, `${unit.id}/poster`);
    const file = pdf.toString('latin1');
    expect(file.includes('/MarkInfo') && file.includes('/Marked true')).toBe(true);
    expect(file.includes('/Lang (fr)')).toBe(true);
    expect(file.includes('/DisplayDocTitle true')).toBe(true);
    expect(/\/S \/Figure[\s\S]*?\/Alt/.test(file)).toBe(true);
    const words = wordsOf(pdf);
    const said = ['CCAS de Trifouillis', 'Accueil de la mairie', 'Dites-nous ce', 'réclamation'];
    const places = [...said, 'Nous vérifions', 'l’accueil'].map((word) => words.lastIndexOf(word));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((one, other) => one - other));
  });

  it.each([
    ['#7a1f3d', '#ffffff'],
    ['#f4d35e', '#000000'],
  ])('wears the colour %s, under letters that can be read', async (colour, letters) => {
    const { administrator, unit } = await desk(colour);
    const orders = ordersOf((await printed(administrator, `${unit.id}/poster`)).pdf);
    const firstWords = orders.search(/\/P <<\s*\/MCID 0\b/);
    expect(coloursOf(orders)[0]).toBe(colour);
    expect(coloursOf(orders.slice(firstWords))[0]).toBe(letters);
  });

  it('holds the longest names', async () => {
    const { administrator, tenant } = await desk();
    const name = 'Service d’accompagnement à la vie sociale et à domicile '.repeat(3).slice(0, 120);
    const unit = await addUnit(administrator, tenant.rootUnitId, name);
    const { pdf } = await printed(administrator, `${unit.id}/poster`);
    expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1);
  });

  it('has the letters of the pages within it, those of every name in Latin letters', async () => {
    const { administrator, tenant } = await desk();
    const unit = await addUnit(administrator, tenant.rootUnitId, 'Łódź, L’HAŸ-LES-ROSES');
    const { pdf } = await printed(administrator, `${unit.id}/poster`);
    const fonts = [...pdf.toString('latin1').matchAll(/\/BaseFont \/\S*?\+(\S+)/g)];
    expect(new Set(fonts.map(([, name = '']) => name.replace(/-.*/, '')))).toEqual(
      new Set(['AtkinsonHyperlegibleNext']),
    );
    const words = wordsOf(pdf);
    // A letter of the other file stands apart.
    expect(words).toContain('Ł ód ź , L’HA Ÿ -LES-ROSES');
    expect(words).not.toContain('\ufffd');
  });

  it('is of a size that exists', async () => {
    const { administrator, unit } = await desk();
    expect((await printed(administrator, `${unit.id}/poster?size=a0`)).answer.status).toBe(400);
  });

  it('stands for nothing where there is no such unit, or not for whoever asks', async () => {
    const { tenant, administrator, unit } = await desk();
    const other = await addUnit(administrator, tenant.rootUnitId, 'Un autre service');
    const agent = await program.member(tenant, 'agent', other.id);
    const stranger = await program.member(await program.organization(), 'administrator');
    const nowhere = '019aa000-0000-7000-8000-000000000000';
    const asked: [Signed, string][] = [
      [administrator, nowhere],
      [administrator, 'nowhere'],
      [agent, unit.id],
      [stranger, unit.id],
    ];
    for (const [who, id] of asked) {
      const { status } = await who.call('GET', `/units/${id}/poster`);
      expect(status).toBe(404);
    }
    expect((await agent.call('GET', `/units/${other.id}/poster`)).status).toBe(200);
    expect((await program.anybody('GET', `/units/${unit.id}/poster`)).status).toBe(401);
  });
});
