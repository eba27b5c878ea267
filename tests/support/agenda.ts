import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** A day of a calendar, as a program that knows nothing of ours read it where it stands. */
export interface ReadDay {
  uid: string;
  summary: string;
  description: string;
  start: string;
  end: string;
  /** Whether it is days rather than hours, and begins at midnight there. */
  wholeDay: boolean;
  sequence: number;
}

const reading = `
  import { text } from 'node:stream/consumers';
  import ical from 'node-ical';
  const two = (number) => String(number).padStart(2, '0');
  const day = (at) => [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join('-');
  const events = Object.values(ical.sync.parseICS(await text(process.stdin)))
    .filter(({ type }) => type === 'VEVENT')
    .map(({ uid, summary, description, start, end, datetype, sequence }) => ({
      uid, summary, description, start: day(start), end: day(end), sequence: Number(sequence),
      wholeDay: datetype === 'date' && start.getHours() === 0 && end.getHours() === 0,
    }));
  process.stdout.write(JSON.stringify(events));`;

const writing = `
  import { text } from 'node:stream/consumers';
  const { agendaFile } = await import(process.argv[1]);
  const events = JSON.parse(await text(process.stdin));
  const dated = events.map((one) => ({ ...one, changedAt: new Date(one.changedAt) }));
  process.stdout.write(agendaFile('fr', dated, (path) => 'https://boucle.example' + path));`;

/** Reads a calendar with node-ical, on a machine whose clock is set to a time zone. */
export async function readIn(zone: string, file: string): Promise<ReadDay[]> {
  return JSON.parse(await elsewhere(zone, reading, [], file)) as ReadDay[];
}

/** Writes a calendar with the built program, on a machine whose clock is set to a time zone. */
export function writtenIn(zone: string, events: object[]): Promise<string> {
  const built = join(import.meta.dirname, '../../dist/backend/agenda/agenda-file.js');
  return elsewhere(zone, writing, [built], JSON.stringify(events));
}

/** A process takes its time zone as it starts. */
async function elsewhere(
  zone: string,
  script: string,
  args: string[],
  given: string,
): Promise<string> {
  const command = ['--input-type=module', '-e', script, ...args];
  const env = { ...process.env, TZ: zone, NODE_OPTIONS: '' };
  const running = promisify(execFile)(process.execPath, command, { env });
  running.child.stdin?.end(given);
  return (await running).stdout;
}
