import { Component, computed, inject } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { I18n } from '../i18n/i18n';
import { Session } from '../session/session';
import { Icon } from '../ui/icon';
import { Emblem } from './emblem';
import { Preferences } from './preferences';
import { Rooms, reportPath } from './rooms';

/** The rooms, at the left of a desk. */
@Component({
  selector: 'boucle-rail',
  imports: [Emblem, Icon, Preferences, RouterLink, RouterLinkActive],
  templateUrl: './rail.html',
  styleUrl: './rail.css',
  host: { role: 'banner' },
})
export class Rail {
  protected readonly rooms = inject(Rooms);
  protected readonly t = inject(I18n).t;
  protected readonly report = `/${reportPath}`;
  private readonly session = inject(Session);

  protected readonly name = computed(() => this.session.me()?.person.name ?? '');
  protected readonly role = computed(() => {
    const [first] = this.session.me()?.memberships ?? [];
    return first ? `${this.t(`domain.role.${first.role}`)}, ${first.unitName}` : '';
  });
}
