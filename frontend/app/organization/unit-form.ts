import { HttpClient } from '@angular/common/http';
import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { FormField, FormRoot, form, maxLength, minLength, required } from '@angular/forms/signals';
import { firstValueFrom } from 'rxjs';
import { unitKinds } from '../../../backend/domain/units';
import type { UnitDto } from '../../../backend/organization/organization.dto';
import { I18n } from '../i18n/i18n';
import { Dialog } from '../ui/dialog';
import { ErrorState } from '../ui/error-state';
import { Field } from '../ui/field';
import { sending } from '../ui/sending';
import { Toasts } from '../ui/toasts';

/** Adds a unit `below` another, or changes the name and the kind of one (`of`). */
@Component({
  selector: 'boucle-unit-form',
  imports: [Dialog, ErrorState, Field, FormField, FormRoot],
  templateUrl: './unit-form.html',
})
export class UnitForm {
  readonly below = input<UnitDto>();
  readonly of = input<UnitDto>();
  readonly saved = output<UnitDto>();
  readonly closed = output();

  protected readonly t = inject(I18n).t;
  private readonly http = inject(HttpClient);
  private readonly toasts = inject(Toasts);
  protected readonly failure = signal<unknown>(null);
  protected readonly kinds = unitKinds.filter((kind) => kind !== 'organization');
  /** The whole organisation stays what it is. */
  protected readonly isRoot = computed(() => this.of()?.kind === 'organization');
  protected readonly title = computed(() =>
    this.of()
      ? this.t('organization.renameTitle', { name: this.of()?.name })
      : this.t('organization.addTitle', { name: this.below()?.name }),
  );
  private readonly model = linkedSignal(() => ({
    name: this.of()?.name ?? '',
    kind: this.of()?.kind ?? 'department',
  }));

  protected readonly form = form(
    this.model,
    (path) => {
      required(path.name);
      minLength(path.name, 2);
      maxLength(path.name, 120);
      required(path.kind);
    },
    { submission: sending(() => this.save(), this.failure) },
  );

  private async save(): Promise<void> {
    const { name, kind } = this.model();
    const of = this.of();
    const unit = await firstValueFrom(
      of
        ? this.http.patch<UnitDto>(`/api/units/${of.id}`, { name: name.trim(), kind })
        : this.http.post<UnitDto>('/api/units', {
            name: name.trim(),
            kind,
            parentId: this.below()?.id,
          }),
    );
    this.saved.emit(unit);
    this.closed.emit();
    this.toasts.show(this.t(of ? 'organization.saved' : 'organization.added', { name: unit.name }));
  }
}
