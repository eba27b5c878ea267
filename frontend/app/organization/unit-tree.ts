import { httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink, RouterOutlet } from '@angular/router';
import type { UnitDto } from '../../../backend/organization/organization.dto';
import { I18n } from '../i18n/i18n';
import { Session } from '../session/session';
import { EmptyState } from '../ui/empty-state';
import { ErrorState } from '../ui/error-state';
import { ExportMenu } from '../ui/export-menu';
import { Heading } from '../ui/heading';
import { Icon } from '../ui/icon';
import { kept } from '../ui/kept';
import { Loading } from '../ui/loading';
import { openRecord } from '../ui/open-record';
import { Split } from '../ui/split';
import { UnitForm } from './unit-form';

/** `/services`: the tree of the services that I may see; one opens beside it. */
@Component({
  selector: 'boucle-unit-tree',
  imports: [
    EmptyState,
    ErrorState,
    ExportMenu,
    Heading,
    Icon,
    Loading,
    RouterLink,
    RouterOutlet,
    Split,
    UnitForm,
  ],
  templateUrl: './unit-tree.html',
  styleUrl: './unit-tree.css',
})
export class UnitTree {
  protected readonly t = inject(I18n).t;
  private readonly session = inject(Session);
  protected readonly list = httpResource<UnitDto[]>(() => '/api/units');
  protected readonly open = openRecord();
  protected readonly adding = signal(false);

  readonly units = kept(this.list);
  readonly mayManage = computed(() => this.session.may('unit.manage'));
  protected readonly mayRule = this.session.may('rules.manage');
  /** Those who see no more than a part of the tree see it from the left edge all the same. */
  private readonly top = computed(() =>
    Math.min(...(this.units() ?? []).map(({ depth }) => depth)),
  );
  protected readonly root = computed(() => this.units()?.[0]);

  /** Reads the tree again; what was there stays shown meanwhile. */
  reload(): void {
    this.list.reload();
  }

  protected depthOf(unit: UnitDto): number {
    return unit.depth - this.top();
  }
}
