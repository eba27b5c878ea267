import { httpResource } from '@angular/common/http';
import { Component, DOCUMENT, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { UnitDto } from '../../../backend/organization/organization.dto';
import { I18n } from '../i18n/i18n';
import { Session } from '../session/session';
import { ErrorState } from '../ui/error-state';
import { Heading } from '../ui/heading';
import { Icon } from '../ui/icon';
import { Loading } from '../ui/loading';
import { Loop } from '../ui/loop';

/** `/services/:id/affiche`: the public page of a service, on a sheet for its wall. */
@Component({
  selector: 'boucle-unit-poster',
  imports: [ErrorState, Heading, Icon, Loading, Loop, RouterLink],
  templateUrl: './unit-poster.html',
  styleUrl: './unit-poster.css',
})
export class UnitPoster {
  /** Bound from the address. */
  readonly id = input.required<string>();

  protected readonly t = inject(I18n).t;
  private readonly document = inject(DOCUMENT);
  protected readonly organization = inject(Session).me()?.organization.name ?? '';
  protected readonly units = httpResource<UnitDto[]>(() => '/api/units');
  protected readonly unit = computed(() =>
    this.units.hasValue() ? this.units.value().find(({ id }) => id === this.id()) : undefined,
  );
  /** Short enough to be typed: the scheme says nothing to anybody. */
  protected readonly address = computed(
    () => `${this.document.location.host}/p/${this.unit()?.publicKey}`,
  );

  protected print(): void {
    this.document.defaultView?.print();
  }
}
