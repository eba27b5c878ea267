import { Component, computed, inject, output, signal } from '@angular/core';
import { branches, type Branch } from '../../../backend/domain/analysis';
import { I18n } from '../i18n/i18n';
import { Icon } from '../ui/icon';
import { AnalysisDesk } from './analysis-desk';
import { Why } from './why';

/** The five whys as a ladder: each answer asks why again. */
@Component({
  selector: 'boucle-whys',
  imports: [Icon, Why],
  templateUrl: './whys.html',
  styleUrl: './whys.css',
})
export class Whys {
  /** Asked for the sheet of a cause. */
  readonly detail = output<string>();

  protected readonly t = inject(I18n).t;
  protected readonly desk = inject(AnalysisDesk);
  protected readonly branches = branches;
  protected readonly branch = signal<Branch>('methods');

  protected readonly groups = computed(() =>
    branches
      .map((branch) => ({
        branch,
        roots: this.desk
          .causes()
          .filter((cause) => cause.branch === branch && cause.parentId === null),
      }))
      .filter(({ roots }) => roots.length > 0),
  );

  /** The first answer is written down, and why is asked again. */
  protected start(event: Event, field: HTMLTextAreaElement): void {
    event.preventDefault();
    const wording = field.value.trim();
    if (!wording) return;
    field.value = '';
    const id = this.desk.add(null, this.branch(), wording);
    void this.desk.flush();
    this.desk.wanted.set(this.desk.add(id, this.branch()));
  }
}
