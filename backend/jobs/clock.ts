import { Injectable } from '@nestjs/common';
import { DigestService } from '../reminders/digest.service.js';
import { NewsService } from '../actions/news.service.js';
import { Recurrences } from '../effects/recurrences.service.js';
import { SessionService } from '../access/session.service.js';
import { ReporterRetention } from '../feedback/reporter-retention.js';
import { ImportRuns } from '../imports/import-runs.service.js';
import { SetAside } from '../letters/set-aside.service.js';
import { MailingSweep } from '../surveys/mailing-sweep.js';
import { Outbox } from '../mail/outbox.js';
import { Queues } from './queues.js';

/** Something the clock asks for: it finds what is due from the rows, so a missed run is caught up. */
interface Chore {
  name: string;
  /** Milliseconds between two runs. */
  every: number;
  run: (now: Date) => Promise<unknown>;
}

const minute = 60_000;
const hour = 60 * minute;

/** Everything that happens by the clock. */
@Injectable()
export class Clock {
  private readonly chores: Chore[];

  constructor(
    private readonly queues: Queues,
    outbox: Outbox,
    digests: DigestService,
    news: NewsService,
    recurrences: Recurrences,
    sessions: SessionService,
    retention: ReporterRetention,
    imports: ImportRuns,
    aside: SetAside,
    mailings: MailingSweep,
  ) {
    this.chores = [
      { name: 'letters', every: minute / 4, run: (now) => outbox.sweep(now) },
      { name: 'imports', every: minute, run: (now) => imports.sweep(now) },
      { name: 'recurrences', every: minute, run: (now) => recurrences.sweep(now) },
      { name: 'digests', every: 5 * minute, run: (now) => digests.sweep(now) },
      { name: 'news', every: 10 * minute, run: (now) => news.sweep(now) },
      { name: 'letters-aside', every: hour, run: (now) => aside.sweep(now) },
      { name: 'surveys', every: 10 * minute, run: (now) => mailings.sweep(now) },
      { name: 'sessions', every: hour, run: (now) => sessions.sweep(now) },
      { name: 'retention', every: 6 * hour, run: (now) => retention.sweep(now) },
    ];
  }

  /** Sets the clock; several workers share it, and each chore still runs once a turn. */
  async start(): Promise<void> {
    const queue = this.queues.get('chores');
    for (const { name, every } of this.chores) {
      const opts = { removeOnComplete: true, removeOnFail: true };
      await queue.upsertJobScheduler(name, { every }, { name, opts });
    }
    this.queues.work('chores', async ({ name }) => this.run(name), 1);
  }

  /** Runs one chore as if the clock had asked for it. */
  async run(name: string, now = new Date()): Promise<unknown> {
    const chore = this.chores.find((known) => known.name === name);
    // A chore of an older version, left in the queue.
    if (!chore) return undefined;
    return chore.run(now);
  }
}
