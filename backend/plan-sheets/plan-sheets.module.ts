import { Module } from '@nestjs/common';
import { ActionsModule } from '../actions/actions.module.js';
import { ImportsModule } from '../imports/imports.module.js';
import { PlansModule } from '../plans/plans.module.js';
import { ActionChanges } from './action-changes.service.js';
import { PlanSheetController } from './plan-sheet.controller.js';
import { PlanSheetDrafts } from './plan-sheet-drafts.service.js';
import { PlanSheetExport } from './plan-sheet-export.service.js';
import { PlanSheetFiles } from './plan-sheet-files.js';
import { PlanSheetImport } from './plan-sheet-import.service.js';
import { PlanSheetReports } from './plan-sheet-reports.service.js';

/** The sheets that plans come from and go back to. */
@Module({
  imports: [ActionsModule, ImportsModule, PlansModule],
  controllers: [PlanSheetController],
  providers: [
    ...[ActionChanges, PlanSheetDrafts, PlanSheetExport, PlanSheetFiles, PlanSheetImport],
    PlanSheetReports,
  ],
})
export class PlanSheetsModule {}
