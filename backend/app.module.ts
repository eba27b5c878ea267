import { Module, type DynamicModule } from '@nestjs/common';
import { AccessModule } from './access/access.module.js';
import { ActionViewsModule } from './action-views/action-views.module.js';
import { ActionsModule } from './actions/actions.module.js';
import { AgendaModule } from './agenda/agenda.module.js';
import { AnalysesModule } from './analyses/analyses.module.js';
import { BatchesModule } from './batches/batches.module.js';
import { DatabaseModule } from './database/database.module.js';
import { DemoModule } from './demo/demo.module.js';
import { EffectsModule } from './effects/effects.module.js';
import { FeedbackModule } from './feedback/feedback.module.js';
import { HomeModule } from './home/home.module.js';
import { ImportsModule } from './imports/imports.module.js';
import { IndicatorsModule } from './indicators/indicators.module.js';
import { JobsModule } from './jobs/jobs.module.js';
import { JournalModule } from './journal/journal.module.js';
import { LettersModule } from './letters/letters.module.js';
import { MailModule } from './mail/mail.module.js';
import { MergingModule } from './merging/merging.module.js';
import { OrganizationModule } from './organization/organization.module.js';
import { PeopleModule } from './people/people.module.js';
import { ReminderRulesModule } from './reminders/reminder-rules.module.js';
import { RemindersModule } from './reminders/reminders.module.js';
import { ScorecardsModule } from './scorecards/scorecards.module.js';
import { PlanSheetsModule } from './plan-sheets/plan-sheets.module.js';
import { PlansModule } from './plans/plans.module.js';
import { PublicModule } from './public/public.module.js';
import { Settings } from './settings.js';
import { SurveysModule } from './surveys/surveys.module.js';
import { WallModule } from './wall/wall.module.js';
import { WorkModule } from './work/work.module.js';

/** The list of rooms. */
@Module({})
export class AppModule {
  static with(settings: Settings, databaseUrl: string): DynamicModule {
    return {
      module: AppModule,
      global: true,
      providers: [{ provide: Settings, useValue: settings }],
      exports: [Settings],
      imports: [
        DatabaseModule.at(databaseUrl),
        AccessModule,
        JournalModule,
        MailModule,
        OrganizationModule,
        PeopleModule,
        FeedbackModule,
        BatchesModule,
        MergingModule,
        ImportsModule,
        AnalysesModule,
        ActionViewsModule,
        ActionsModule,
        EffectsModule,
        PlanSheetsModule,
        PlansModule,
        WorkModule,
        ReminderRulesModule,
        RemindersModule,
        AgendaModule,
        SurveysModule,
        WallModule,
        PublicModule,
        IndicatorsModule,
        ScorecardsModule,
        LettersModule,
        HomeModule,
        JobsModule,
        DemoModule,
      ],
    };
  }
}
