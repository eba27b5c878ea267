import type { EntityManager } from 'typeorm';
import type { Member } from '../access/member.js';
import { mailProblemOf } from '../domain/mail-problem.js';
import type { LetterKind } from '../mail/letter.entity.js';
import type { MarkedAddressDto, StuckLetterDto } from './letters.dto.js';
import { samples } from './samples.js';

/** How long a letter waits before it is told: a server that is restarted is no trouble. */
const longWait = '15 minutes';

/** The most that are listed; how many there are is said. */
const mostLetters = 200;

/** The kinds that members read: their addresses are known to all staff. */
const toMembers = (Object.keys(samples) as LetterKind[]).filter(
  (kind) => samples[kind].reader === 'member',
);

/** The kinds whose addresses were given for one survey. */
const toInvited: LetterKind[] = ['survey_invitation', 'survey_reminder'];

/** Whether a letter `l` was for a reporter whom a member of the units `$2` may know. */
const knownReporter = `EXISTS (
  SELECT FROM reporter r JOIN feedback f ON f.id = r.feedback_id
   WHERE lower(r.email) = lower(l.recipient) AND f.unit_id = ANY ($2))`;

/** Whether that reporter also spoke where the member may not know them. */
const knownElsewhere = `EXISTS (
  SELECT FROM reporter r JOIN feedback f ON f.id = r.feedback_id
   WHERE lower(r.email) = lower(l.recipient) AND NOT f.unit_id = ANY ($2))`;

/** Whether an address is one that whoever may invite in these units gave for a survey. */
const knownInvited = (address: string, units: string) => `EXISTS (
  SELECT FROM survey_invitation i JOIN campaign c ON c.id = i.campaign_id
   WHERE i.email = ${address} AND c.unit_id = ANY (${units}))`;

interface StuckRow {
  id: string;
  kind: LetterKind;
  state: 'failed' | 'waiting';
  recipient: string;
  problem: string | null;
  createdAt: Date;
  triedAt: Date | null;
  attempts: number;
  known: boolean;
  elsewhere: boolean;
  invited: boolean;
  marked: boolean;
}

/** The letters that failed or have waited long, the oldest first; one alone where its id is given. */
export async function stuckLetters(
  tx: EntityManager,
  me: Member,
  now: Date,
  id: string | null = null,
): Promise<StuckLetterDto[]> {
  const rows = await tx.query<StuckRow[]>(
    `SELECT l.id, l.kind, l.state, l.recipient, l.problem, l.created_at AS "createdAt",
            l.tried_at AS "triedAt", l.attempts, ${knownReporter} AS known,
            ${knownElsewhere} AS elsewhere,
            ${knownInvited('lower(l.recipient)', '$6')} AS invited,
            EXISTS (SELECT FROM address_trouble t WHERE t.email = lower(l.recipient)) AS marked
       FROM letter l
      WHERE (l.state = 'failed' AND l.aside_at IS NULL
           OR l.state = 'waiting' AND l.created_at < $1::timestamptz - $3::interval)
        AND ($4::uuid IS NULL OR l.id = $4)
      ORDER BY l.created_at, l.id LIMIT $5`,
    [now, me.unitsFor('reporter.read'), longWait, id, mostLetters, me.unitsFor('survey.create')],
  );
  return rows.map(({ createdAt, triedAt, problem, recipient, ...row }) => {
    const { known, elsewhere, invited, ...letter } = row;
    const ofSurvey = toInvited.includes(letter.kind);
    const readable = ofSurvey ? invited : known || toMembers.includes(letter.kind);
    return {
      ...letter,
      recipient: readable ? recipient : null,
      writtenAt: createdAt.toISOString(),
      triedAt: triedAt?.toISOString() ?? null,
      problem: problem === null ? null : mailProblemOf(problem),
      said: readable ? problem : null,
      // A member's letter may open their account: it goes to their own address or nowhere. So does
      // one that may be about what somebody said elsewhere, whose code it holds.
      correctable: known && !elsewhere && !ofSurvey && !toMembers.includes(letter.kind),
    };
  });
}

/** How many there are in all. */
export async function countStuck(tx: EntityManager, now: Date): Promise<number> {
  const [{ count }] = await tx.query<[{ count: number }]>(
    `SELECT count(*)::int AS count FROM letter
      WHERE state = 'failed' AND aside_at IS NULL
         OR state = 'waiting' AND created_at < $1::timestamptz - $2::interval`,
    [now, longWait],
  );
  return count;
}

/** The marked addresses of members, and of the reporters and invited whom I may know; how many others. */
export async function markedAddresses(
  tx: EntityManager,
  me: Member,
): Promise<{ addresses: MarkedAddressDto[]; hiddenAddresses: number }> {
  const rows = await tx.query<
    { email: string; reason: string; since: Date; name: string | null; known: boolean }[]
  >(
    `SELECT t.email, t.reason, t.since, p.name, p.id IS NOT NULL OR EXISTS (
              SELECT FROM reporter r JOIN feedback f ON f.id = r.feedback_id
               WHERE lower(r.email) = t.email AND f.unit_id = ANY ($1))
              OR ${knownInvited('t.email', '$2')} AS known
       FROM address_trouble t LEFT JOIN person p ON lower(p.email) = t.email
      ORDER BY t.since, t.email`,
    [me.unitsFor('reporter.read'), me.unitsFor('survey.create')],
  );
  const known = rows.filter((row) => row.known);
  return {
    addresses: known.map(({ email, name, reason, since }) => ({
      ...{ email, name, since: since.toISOString() },
      problem: mailProblemOf(reason),
      said: reason,
    })),
    hiddenAddresses: rows.length - known.length,
  };
}
