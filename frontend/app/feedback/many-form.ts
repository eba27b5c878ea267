import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, output, signal } from '@angular/core';
import { FormField, FormRoot, form, validate } from '@angular/forms/signals';
import {
  frequencies,
  severities,
  type Frequency,
  type Severity,
} from '../../../backend/domain/feedback';
import type { BatchChangeDto } from '../../../backend/batches/batches.dto';
import type { ThemeDto } from '../../../backend/organization/organization.dto';
import type { NamedDto } from '../../../backend/people/people.dto';
import { I18n } from '../i18n/i18n';
import { Dialog } from '../ui/dialog';
import { ErrorState } from '../ui/error-state';
import { Field } from '../ui/field';
import { SendKeys } from '../ui/send-keys';
import { sending } from '../ui/sending';
import { unitList } from '../ui/unit-list';

/** What changes of several feedback at once; what is left as it is does not. */
@Component({
  selector: 'boucle-many-form',
  imports: [Dialog, ErrorState, Field, FormField, FormRoot, SendKeys],
  templateUrl: './many-form.html',
})
export class ManyForm {
  /** Does it; what it throws is shown in the dialog. */
  readonly send = input.required<(change: BatchChangeDto) => Promise<unknown>>();
  readonly closed = output();

  protected readonly t = inject(I18n).t;
  protected readonly units = unitList();
  protected readonly severities = severities;
  protected readonly frequencies = frequencies;
  protected readonly failure = signal<unknown>(null);
  private readonly themes = httpResource<ThemeDto[]>(() => '/api/themes');
  protected readonly usable = computed(() =>
    (this.themes.hasValue() ? this.themes.value() : []).filter(({ setAside }) => !setAside),
  );

  private readonly model = signal({
    ...{ themeId: '', severity: '', frequency: '', unitId: '', answerOwnerId: '' },
  });

  private readonly unitId = computed(() => this.model().unitId || this.units()[0]?.value);
  protected readonly owners = httpResource<NamedDto[]>(() => {
    const unitId = this.unitId();
    return unitId ? { url: '/api/feedback/answer-owners', params: { unitId } } : undefined;
  });

  protected readonly form = form(
    this.model,
    (path) => {
      validate(path.themeId, ({ valueOf }) => {
        const left = [path.themeId, path.severity, path.unitId, path.answerOwnerId].every(
          (part) => valueOf(part) === '',
        );
        return left && valueOf(path.frequency) === ''
          ? { kind: 'nothing', message: this.t('feedback.many.nothing') }
          : undefined;
      });
      const half = { kind: 'half', message: this.t('feedback.many.ratingHint') };
      validate(path.severity, ({ value, valueOf }) =>
        value() === '' && valueOf(path.frequency) !== '' ? half : undefined,
      );
      validate(path.frequency, ({ value, valueOf }) =>
        value() === '' && valueOf(path.severity) !== '' ? half : undefined,
      );
    },
    { submission: sending(() => this.decide(), this.failure) },
  );

  private async decide(): Promise<void> {
    const { themeId, severity, frequency, unitId, answerOwnerId } = this.model();
    await this.send()({
      ...(themeId && { themeId }),
      ...(unitId && { unitId }),
      ...(answerOwnerId && { answerOwnerId }),
      ...(severity && {
        severity: Number(severity) as Severity,
        frequency: Number(frequency) as Frequency,
      }),
    });
    this.closed.emit();
  }
}
