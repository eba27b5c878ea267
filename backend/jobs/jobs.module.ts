import { Module } from '@nestjs/common';
import { ActionsModule } from '../actions/actions.module.js';
import { EffectsModule } from '../effects/effects.module.js';
import { FeedbackModule } from '../feedback/feedback.module.js';
import { LettersModule } from '../letters/letters.module.js';
import { RemindersModule } from '../reminders/reminders.module.js';
import { ImportsModule } from '../imports/imports.module.js';
import { SurveysModule } from '../surveys/surveys.module.js';
import { Clock } from './clock.js';
import { JobWorker } from './worker.js';

/** What happens without anybody asking. */
@Module({
  imports: [
    ActionsModule,
    EffectsModule,
    FeedbackModule,
    ImportsModule,
    LettersModule,
    RemindersModule,
    SurveysModule,
  ],
  providers: [Clock, JobWorker],
  exports: [Clock, JobWorker],
})
export class JobsModule {}
