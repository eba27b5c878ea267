import { Injectable } from '@nestjs/common';
import type { Job } from 'bullmq';
import type { LetterJob } from '../mail/outbox.js';
import { Postman } from '../mail/postman.js';
import { Clock } from './clock.js';
import { Queues } from './queues.js';

/** Does what the queues hold: sends the letters, and follows the clock. */
@Injectable()
export class JobWorker {
  constructor(
    private readonly queues: Queues,
    private readonly clock: Clock,
    private readonly postman: Postman,
  ) {}

  async start(): Promise<void> {
    this.queues.work('mail', ({ data }: Job<LetterJob>) => this.postman.deliver(data), 3);
    await this.clock.start();
  }
}
