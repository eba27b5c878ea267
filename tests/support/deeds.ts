import { expect } from '@jest/globals';
import type { ActionDto } from '../../backend/actions/actions.dto.js';
import type { OpenedOrganization } from '../../backend/organization/organization.service.js';
import type { Call, Program, Signed } from './program.js';

/** A feedback that was just logged. */
export interface Receipt {
  id: string;
  reference: string;
  followUpCode: string;
}

/** Logs what somebody said, through the same door as an agent. */
export async function logFeedback(
  by: Signed,
  unitId: string,
  more: Record<string, unknown> = {},
): Promise<Receipt> {
  const word = { kind: 'anomaly', body: 'La porte est lourde', channel: 'front_desk' };
  const { status, body } = await by.call('POST', '/feedback', { ...word, unitId, ...more });
  expect({ status, body }).toMatchObject({ status: 201 });
  return body as Receipt;
}

/** The same of somebody whose address is known, with no acknowledgement on its way meanwhile. */
export async function logFrom(
  email: string,
  program: Program,
  tenant: OpenedOrganization,
  by: Signed,
): Promise<Receipt> {
  const receipt = await logFeedback(by, tenant.rootUnitId, { name: 'Lou Berger' });
  await program.within(tenant, (tx) =>
    tx.query('UPDATE reporter SET email = $2 WHERE feedback_id = $1', [receipt.id, email]),
  );
  return receipt;
}

/** A file as a page sends it. */
export function fileForm(
  name: string,
  bytes: Uint8Array<ArrayBuffer> | string,
  type = '',
): FormData {
  const form = new FormData();
  form.append('file', new Blob([bytes], { type }), name);
  return form;
}

/** Opens an action from an audit's finding, or from a feedback. */
export async function openAction(
  by: Signed,
  unitId: string,
  ownerId: string,
  { feedbackId, ...more }: { feedbackId?: string } & Record<string, unknown> = {},
): Promise<ActionDto> {
  const origin = feedbackId
    ? { kind: 'feedback', feedbackId }
    : { kind: 'audit', reference: 'Critère 3.12.1' };
  const { status, body } = await by.call('POST', '/actions', {
    ...{ kind: 'corrective', title: 'Alléger la porte', unitId, ownerId, dueOn: '2030-01-15' },
    ...{ origins: [origin], ...more },
  });
  expect({ status, body }).toMatchObject({ status: 201 });
  return body as ActionDto;
}

/** Adds a unit below another. */
export async function addUnit(
  administrator: Signed,
  parentId: string,
  name: string,
): Promise<{ id: string; publicKey: string }> {
  const unit = { name, kind: 'department', parentId };
  const { status, body } = await administrator.call('POST', '/units', unit);
  expect({ status, body }).toMatchObject({ status: 201 });
  return body as { id: string; publicKey: string };
}

/** Opens a survey in a unit, behind a public link. */
export async function openCampaign(
  by: Signed,
  unitId: string,
): Promise<{ surveyId: string; campaignId: string; publicKey: string }> {
  const survey = { title: 'Accueil', question: 'Comment s’est passée votre visite ?' };
  const created = await by.call('POST', '/surveys', survey);
  const { id: surveyId } = created.body;
  const { body } = await by.call('POST', `/surveys/${surveyId}/campaigns`, { unitId });
  return { surveyId, campaignId: body.id, publicKey: body.publicKey };
}

/** Somebody without an account answers a survey, so many times. */
export async function smile(
  anybody: Call,
  publicKey: string,
  counts: Partial<Record<'good' | 'medium' | 'bad', number>>,
): Promise<void> {
  for (const [smiley, count] of Object.entries(counts)) {
    for (let nth = 0; nth < count; nth += 1) {
      const { status } = await anybody('POST', `/public/campaigns/${publicKey}/answers`, {
        smiley,
      });
      expect(status).toBe(204);
    }
  }
}

/** The first theme of the list. */
export async function firstTheme(by: Signed): Promise<{ id: string; label: string }> {
  const { body } = await by.call('GET', '/themes');
  return (body as { id: string; label: string }[])[0] as never;
}

/** The rows of a table within a tenant, as they are stored. */
export async function stored<Row = Record<string, unknown>>(
  program: Program,
  tenant: { organizationId: string },
  query: string,
  parameters: unknown[] = [],
): Promise<Row[]> {
  return program.within(tenant, (tx) => tx.query<Row[]>(query, parameters));
}

/** Waits for a letter that is leaving: the mail server has it before its row says so. */
export async function untilSent(
  program: Program,
  tenant: { organizationId: string },
  id: string,
): Promise<void> {
  for (;;) {
    // The postman holds the row until it has noted what the server took.
    const query = 'SELECT state FROM letter WHERE id = $1 FOR UPDATE';
    const [row] = await stored<{ state: string }>(program, tenant, query, [id]);
    if (row?.state === 'sent') return;
  }
}
