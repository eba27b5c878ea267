import { httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import type { IndicatorDto } from '../../../backend/indicators/indicators.dto';
import { I18n } from '../i18n/i18n';
import { Session } from '../session/session';
import { EmptyState } from '../ui/empty-state';
import { ErrorState } from '../ui/error-state';
import { ExportMenu } from '../ui/export-menu';
import { Heading } from '../ui/heading';
import { Icon } from '../ui/icon';
import { kept } from '../ui/kept';
import { Loading } from '../ui/loading';
import { Indicator } from './indicator';
import { IndicatorForm } from './indicator-form';

/** `/indicateurs`: what is measured. */
@Component({
  selector: 'boucle-indicator-list',
  imports: [EmptyState, ErrorState, ExportMenu, Heading, Icon, Indicator, IndicatorForm, Loading],
  templateUrl: './indicator-list.html',
})
export class IndicatorList {
  protected readonly t = inject(I18n).t;
  private readonly session = inject(Session);
  protected readonly list = httpResource<IndicatorDto[]>(() => '/api/indicators');
  protected readonly indicators = kept(this.list);
  protected readonly measured = computed(() =>
    (this.indicators() ?? []).some(({ months }) => months.length > 0),
  );
  protected readonly mayManage = computed(() => this.session.may('indicator.manage'));
  protected readonly following = signal(false);
}
