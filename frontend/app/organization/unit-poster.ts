import { httpResource } from '@angular/common/http';
import { Component, DOCUMENT, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { encodeQR } from 'qr';
import { feedbackKinds } from '../../../backend/domain/feedback';
import { posterSizes } from '../../../backend/domain/poster';
import { threadPoints } from '../../../backend/domain/thread';
import type { UnitDto } from '../../../backend/organization/organization.dto';
import { I18n } from '../i18n/i18n';
import { Session } from '../session/session';
import { ErrorState } from '../ui/error-state';
import { Heading } from '../ui/heading';
import { Icon } from '../ui/icon';
import type { IconName } from '../ui/icons';
import { Loading } from '../ui/loading';

/** `/services/:id/affiche`: the public page of a service, on a sheet for its wall. */
@Component({
  selector: 'boucle-unit-poster',
  imports: [ErrorState, Heading, Icon, Loading, RouterLink],
  templateUrl: './unit-poster.html',
  styleUrl: './unit-poster.css',
})
export class UnitPoster {
  /** Bound from the address. */
  readonly id = input.required<string>();

  protected readonly t = inject(I18n).t;
  private readonly location = inject(DOCUMENT).location;
  protected readonly sizes = posterSizes;
  protected readonly kinds = feedbackKinds;
  protected readonly steps = ['aim', 'tell', 'follow'] as const;
  protected readonly points = threadPoints;
  protected readonly places = ['height', 'place', 'light', 'try'] as const;
  protected readonly pictures: Record<(typeof feedbackKinds)[number], IconName> = {
    anomaly: 'triangle-alert',
    suggestion: 'lightbulb',
    complaint: 'megaphone',
    compliment: 'heart',
  };

  protected readonly organization = inject(Session).me()?.organization.name ?? '';
  protected readonly units = httpResource<UnitDto[]>(() => '/api/units');
  protected readonly unit = computed(() =>
    this.units.hasValue() ? this.units.value().find(({ id }) => id === this.id()) : undefined,
  );
  private readonly path = computed(() => `/p/${this.unit()?.publicKey}`);
  /** Short enough to be typed: the scheme says nothing to anybody. */
  protected readonly address = computed(() => this.location.host + this.path());
  /** An address that no phone can reach would hang on the wall for nothing. */
  protected readonly reachesNobody = /^(localhost|127\.|\[::1\])/.test(this.location.hostname);

  private readonly rows = computed(() =>
    encodeQR(this.location.origin + this.path(), 'raw', { ecc: 'quartile', border: 4 }),
  );
  protected readonly codeSide = computed(() => this.rows().length);
  /** The dark squares of the code, as one line to fill. */
  protected readonly code = computed(() =>
    this.rows()
      .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
      .join(''),
  );
}
