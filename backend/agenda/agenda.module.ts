import { Module } from '@nestjs/common';
import { ActionsModule } from '../actions/actions.module.js';
import { AgendaFeedController } from './agenda-feed.controller.js';
import { AgendaController } from './agenda.controller.js';
import { Agenda } from './agenda.service.js';

/** Each person's due dates and checks, in the calendar program that they use already. */
@Module({
  imports: [ActionsModule],
  controllers: [AgendaController, AgendaFeedController],
  providers: [Agenda],
})
export class AgendaModule {}
