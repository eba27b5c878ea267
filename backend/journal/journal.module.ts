import { Global, Module } from '@nestjs/common';
import { Journal } from './journal.js';

/** Who did what, when. */
@Global()
@Module({ providers: [Journal], exports: [Journal] })
export class JournalModule {}
