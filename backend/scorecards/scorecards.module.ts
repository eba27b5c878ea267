import { Module } from '@nestjs/common';
import { ScorecardsController } from './scorecards.controller.js';
import { Scorecards } from './scorecards.service.js';

/** What elected officials read. */
@Module({ controllers: [ScorecardsController], providers: [Scorecards], exports: [Scorecards] })
export class ScorecardsModule {}
