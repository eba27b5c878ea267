import { Module } from '@nestjs/common';
import { IndicatorsController } from './indicators.controller.js';
import { Indicators } from './indicators.service.js';

/** What is measured. */
@Module({ controllers: [IndicatorsController], providers: [Indicators] })
export class IndicatorsModule {}
