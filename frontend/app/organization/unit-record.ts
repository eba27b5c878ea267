import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { I18n } from '../i18n/i18n';
import { Titles } from '../shell/titles';
import { Icon } from '../ui/icon';
import { PublicLink } from '../ui/public-link';
import { UnitForm } from './unit-form';
import { UnitTree } from './unit-tree';

/** `/services/:id`: one service, its public page, and what the administrator may change of it. */
@Component({
  selector: 'boucle-unit-record',
  imports: [Icon, PublicLink, RouterLink, UnitForm],
  templateUrl: './unit-record.html',
})
export class UnitRecord {
  /** Bound from the address. */
  readonly id = input.required<string>();

  protected readonly t = inject(I18n).t;
  protected readonly tree = inject(UnitTree);
  protected readonly unit = computed(() => this.tree.units()?.find(({ id }) => id === this.id()));
  protected readonly asked = signal<'add' | 'rename' | null>(null);

  constructor() {
    const titles = inject(Titles);
    effect(() => {
      const name = this.unit()?.name;
      if (name) titles.name(name);
    });
  }
}
