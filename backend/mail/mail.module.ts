import { Global, Module } from '@nestjs/common';
import { Queues } from '../jobs/queues.js';
import { Outbox } from './outbox.js';
import { Postman } from './postman.js';
import { PublicAddress } from './public-address.js';

/** From a row of the outbox to the mail server. */
@Global()
@Module({
  providers: [Queues, Outbox, Postman, PublicAddress],
  exports: [Queues, Outbox, Postman, PublicAddress],
})
export class MailModule {}
