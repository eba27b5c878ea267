import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Tenancy } from '../../backend/database/tenancy.js';
import { Queues } from '../../backend/jobs/queues.js';
import { Letter } from '../../backend/mail/letter.entity.js';
import { Outbox } from '../../backend/mail/outbox.js';
import { Postman } from '../../backend/mail/postman.js';
import type { OpenedOrganization } from '../../backend/organization/organization.service.js';
import { Settings } from '../../backend/settings.js';
import { stored } from '../support/deeds.js';
import { closedPort, fullAddress, openPostbox, unknownAddress } from '../support/postbox.js';
import { openProgram, type Program } from '../support/program.js';

let program: Program;
let tenant: OpenedOrganization;

beforeAll(async () => {
  program = await openProgram();
  tenant = await program.organization();
});
afterAll(() => program.close());

/** A letter that was written just before its process died: no job knows of it. */
async function forgotten(recipient: string): Promise<string> {
  const id = randomUUID();
  const parts = {
    kind: 'digest',
    subject: 'Bonjour',
    text: 'Bonjour',
    html: '<p>Bonjour</p>',
  } as const;
  await program.within(tenant, (tx) => tx.insert(Letter, { id, recipient, ...parts }));
  return id;
}
const rowOf = async (id: string) =>
  (await stored<Letter>(program, tenant, 'SELECT * FROM letter WHERE id = $1', [id]))[0];
const deliver = (letterId: string) =>
  program.app.get(Postman).deliver({ organizationId: tenant.organizationId, letterId });
const lettersTo = (address: string) =>
  program.postbox.letters.filter(({ to }) => [to ?? []].flat().some(({ text }) => text === address))
    .length;
const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000);

describe('the outbox', () => {
  it('sends what no job took, once, however often it is swept', async () => {
    const id = await forgotten('patiente@exemple.example');
    await program.app.get(Outbox).sweep(inMinutes(2));
    await program.app.get(Outbox).sweep(inMinutes(3));
    const letter = await program.postbox.letterTo('patiente@exemple.example');
    expect(letter.messageId).toBe(`<${id}@localhost.localdomain>`);
    await Promise.all([deliver(id), deliver(id)]);
    await program.app.get(Outbox).sweep(inMinutes(4));
    expect(lettersTo('patiente@exemple.example')).toBe(1);
  });

  it('sends a letter once, when three workers take it at once', async () => {
    const id = await forgotten('une@exemple.example');
    await Promise.all([deliver(id), deliver(id), deliver(id)]);
    expect(await rowOf(id)).toMatchObject({ state: 'sent', sent_at: expect.any(Date) });
    expect(lettersTo('une@exemple.example')).toBe(1);
  });

  it('leaves a letter alone that was just written: its own job is on its way', async () => {
    const id = await forgotten('recente@exemple.example');
    await program.app.get(Outbox).sweep(new Date());
    expect(await program.app.get(Queues).get('mail').getJob(id)).toBeUndefined();
    expect(await rowOf(id)).toMatchObject({ state: 'waiting' });
  });

  it('keeps a letter while the mail server is away, and sends it when it is back', async () => {
    const port = await closedPort();
    const settings = { ...program.app.get(Settings), SMTP_URL: `smtp://127.0.0.1:${port}` };
    const postman = new Postman(settings, program.app.get(Tenancy));
    const job = { ...tenant, letterId: await forgotten('loin@exemple.example') };
    await expect(postman.deliver(job)).rejects.toThrow(/ECONNREFUSED/);
    expect(await rowOf(job.letterId)).toMatchObject({
      state: 'waiting',
      attempts: 1,
      problem: expect.stringContaining('ECONNREFUSED'),
    });

    const postbox = await openPostbox(port);
    await postman.deliver(job);
    await postman.deliver(job);
    postman.onApplicationShutdown();
    await postbox.close();
    expect(postbox.letters).toHaveLength(1);
    expect(await rowOf(job.letterId)).toMatchObject({ state: 'sent' });
  });

  it('names nobody in the logs while it waits', async () => {
    const id = await forgotten(fullAddress);
    const said = await deliver(id).catch(({ message }: Error) => message);
    expect(said).toBe(`letter ${id}: EENVELOPE 452`);
    const problem = expect.stringContaining(`<${fullAddress}> is full`);
    expect(await rowOf(id)).toMatchObject({ state: 'waiting', problem });
  });

  it('gives up on what the mail server refuses for good, and says why', async () => {
    const id = await forgotten(unknownAddress);
    await deliver(id);
    const problem = expect.stringContaining('550 No such user here');
    expect(await rowOf(id)).toMatchObject({ state: 'failed', problem, sent_at: null });
    await expect(deliver(id)).resolves.toBeUndefined();
  });
});
