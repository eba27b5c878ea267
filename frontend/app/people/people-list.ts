import { httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PersonDto } from '../../../backend/people/people.dto';
import { I18n } from '../i18n/i18n';
import { Session } from '../session/session';
import { EmptyState } from '../ui/empty-state';
import { ErrorState } from '../ui/error-state';
import { ExportMenu } from '../ui/export-menu';
import { Heading } from '../ui/heading';
import { Icon } from '../ui/icon';
import { Loading } from '../ui/loading';
import { Tag } from '../ui/tag';

/** `/personnes`: the members, their roles, and whether they have come in. */
@Component({
  selector: 'boucle-people-list',
  imports: [EmptyState, ErrorState, ExportMenu, Heading, Icon, Loading, RouterLink, Tag],
  templateUrl: './people-list.html',
  styleUrl: './people-list.css',
})
export class PeopleList {
  protected readonly t = inject(I18n).t;
  private readonly session = inject(Session);
  protected readonly people = httpResource<PersonDto[]>(() => '/api/people');
  protected readonly mayInvite = computed(() => this.session.may('person.manage'));

  protected isMe({ id }: PersonDto): boolean {
    return id === this.session.me()?.person.id;
  }

  protected rolesOf({ memberships }: PersonDto): string[] {
    return memberships.map(({ role, unitName }) =>
      this.t('people.roleOn', { role: this.t(`domain.role.${role}`), unit: unitName }),
    );
  }
}
