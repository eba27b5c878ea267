import { createHmac } from 'node:crypto';
import { Settings } from '../../backend/settings.js';
import type { Program } from './program.js';

/** What the mail server and the program of the tests both know. */
export const inboundSecret = 'a secret of tests, long enough'.replaceAll(' ', '-');

/** Has the program take the messages that a mail server hands over. */
export function takeInbound(program: Program): void {
  Object.assign(program.app.get(Settings), {
    INBOUND_SECRET: inboundSecret,
    REPLY_ADDRESS: 'reponses@ccas.example',
  });
}

/** Hands over a raw message, as a mail server does. */
export async function handOver(program: Program, raw: string, signedWith = inboundSecret) {
  const signature = createHmac('sha256', signedWith).update(raw).digest('hex');
  const answer = await fetch(`${program.url}/api/inbound-mail`, {
    method: 'POST',
    headers: { 'content-type': 'message/rfc822', 'x-boucle-signature': `sha256=${signature}` },
    body: raw,
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}
