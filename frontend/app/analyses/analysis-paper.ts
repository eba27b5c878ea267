import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, inject } from '@angular/core';
import { branches } from '../../../backend/domain/analysis';
import { DayPipe } from '../i18n/dates';
import { I18n } from '../i18n/i18n';
import { AnalysisDesk } from './analysis-desk';
import { Remedies } from './remedies';

/** An analysis as it is read: on paper, once it is concluded, and by those who do not write it. */
@Component({
  selector: 'boucle-analysis-paper',
  imports: [DayPipe, NgTemplateOutlet, Remedies],
  templateUrl: './analysis-paper.html',
  styleUrl: './analysis-paper.css',
})
export class AnalysisPaper {
  protected readonly t = inject(I18n).t;
  protected readonly desk = inject(AnalysisDesk);

  protected readonly groups = computed(() =>
    branches
      .map((branch) => ({ branch, roots: this.below(null).filter((one) => one.branch === branch) }))
      .filter(({ roots }) => roots.length > 0),
  );

  protected below(parentId: string | null) {
    return this.desk
      .causes()
      .filter((cause) => cause.parentId === parentId && cause.wording.trim() !== '');
  }
}
