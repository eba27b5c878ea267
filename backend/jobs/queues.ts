import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationShutdown,
} from '@nestjs/common';
import {
  createPostgresBackend,
  createRedisBackend,
  Queue,
  Worker,
  type Processor,
  type QueueBaseOptions,
} from 'bullmq';
import { DatabaseUrl } from '../database/database.module.js';
import { Settings } from '../settings.js';

/** The two queues: letters to send, and what the clock asks for. */
export type QueueName = 'mail' | 'chores';

/** BullMQ's queues and workers, on Redis where there is one, otherwise on PostgreSQL. */
@Injectable()
export class Queues implements BeforeApplicationShutdown, OnApplicationShutdown {
  private readonly logger = new Logger('Queues');
  private readonly open = new Map<QueueName, Queue>();
  private readonly workers: Worker[] = [];

  constructor(
    @Inject(Settings) private readonly settings: Settings,
    @Inject(DatabaseUrl) private readonly databaseUrl: string,
  ) {}

  get(name: QueueName): Queue {
    let queue = this.open.get(name);
    if (!queue) {
      queue = new Queue(name, this.options(), this.backend());
      queue.on('error', this.complain(name));
      this.open.set(name, queue);
    }
    return queue;
  }

  work(name: QueueName, process: Processor, concurrency: number): void {
    const worker = new Worker(name, process, { ...this.options(), concurrency }, this.backend());
    worker.on('error', this.complain(name));
    worker.on('failed', (job, error) => this.logger.warn(`${job?.name}: ${error.message}`));
    this.workers.push(worker);
  }

  /** Lets what is under way end while it still has its database. */
  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.close()));
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([...this.open.values()].map((queue) => queue.close()));
  }

  // The type parameters name Redis by default; the backend below decides what is really used.
  private backend(): typeof createRedisBackend {
    const { REDIS_URL } = this.settings;
    return REDIS_URL ? createRedisBackend : (createPostgresBackend as never);
  }

  private options(): QueueBaseOptions {
    const { REDIS_URL } = this.settings;
    const connection = REDIS_URL
      ? { url: REDIS_URL, maxRetriesPerRequest: null }
      : { connectionString: this.databaseUrl, max: 3 };
    return { connection };
  }

  /** Without a listener an `error` event would end the process; told once per wording. */
  private complain(name: QueueName): (error: Error) => void {
    let last = '';
    return ({ message }) => {
      if (message !== last) this.logger.warn(`${name}: ${message}`);
      last = message;
    };
  }
}
