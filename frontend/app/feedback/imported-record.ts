import { Component, computed, inject, input } from '@angular/core';
import type { ImportedDto } from '../../../backend/feedback/feedback.dto';
import { I18n } from '../i18n/i18n';
import { Icon } from '../ui/icon';
import type { IconName } from '../ui/icons';

const faces: Record<string, IconName> = { '-1': 'frown', '0': 'meh', '1': 'smile' };

/** What came with an imported feedback: the bodies it names, its ratings, its row as it was. */
@Component({
  selector: 'boucle-imported-record',
  imports: [Icon],
  templateUrl: './imported-record.html',
  styleUrl: './imported-record.css',
})
export class ImportedRecord {
  readonly imported = input.required<ImportedDto>();

  private readonly i18n = inject(I18n);
  protected readonly t = this.i18n.t;

  protected readonly title = computed(() => {
    const { source } = this.imported();
    if (source.startsWith('file:')) return this.t('feedback.imported.titleOfFile');
    const name = this.i18n.find(`feedback.imported.source.${source}`) ?? source;
    return this.t('feedback.imported.title', { source: name });
  });

  protected readonly ratings = computed(() =>
    Object.entries(this.imported().ratings).map(([axis, rating]) => ({
      axis,
      name: this.i18n.find(`feedback.imported.axis.${axis}`) ?? axis,
      word: this.i18n.find(`feedback.imported.rating.${rating}`) ?? '',
      face: faces[rating] ?? 'meh',
    })),
  );

  protected readonly columns = computed(() =>
    Object.entries(this.imported().record).filter(([, value]) => value !== ''),
  );
}
