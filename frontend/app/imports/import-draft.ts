import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, output, signal } from '@angular/core';
import { Router } from '@angular/router';
import {
  channels,
  feedbackKinds,
  reporterKinds,
  severities,
} from '../../../backend/domain/feedback';
import {
  importFields,
  type ChosenField,
  type ImportField,
} from '../../../backend/domain/import-fields';
import type {
  ImportDefaultsDto,
  ImportDraftDto,
  ImportMappingDto,
  ImportRunDto,
} from '../../../backend/imports/import.dto';
import type { ThemeDto } from '../../../backend/organization/organization.dto';
import { I18n } from '../i18n/i18n';
import { ErrorState } from '../ui/error-state';
import type { FilterOption } from '../ui/filter-sentence';
import { Icon } from '../ui/icon';
import { Loading } from '../ui/loading';
import { unitList } from '../ui/unit-list';
import { ColumnChoices } from './column-choices';
import { FileReading } from './file-reading';
import { ImportPreview } from './import-preview';
import { ImportsClient } from './imports-client';
import { WordChoices } from './word-choices';

/** Says how a file is read, and shows its first rows as they will be. */
@Component({
  selector: 'boucle-import-draft',
  imports: [ColumnChoices, ErrorState, Icon, ImportPreview, Loading, WordChoices],
  templateUrl: './import-draft.html',
  styleUrls: ['./import-draft.css', './choice-of.css'],
})
export class ImportDraft {
  readonly id = input.required<string>();
  readonly started = output<ImportRunDto>();

  protected readonly t = inject(I18n).t;
  private readonly client = inject(ImportsClient);
  private readonly router = inject(Router);
  protected readonly units = unitList();
  private readonly themes = httpResource<ThemeDto[]>(() => '/api/themes');
  protected readonly read = httpResource<ImportDraftDto>(
    () => `/api/feedback/imports/${this.id()}/draft`,
  );

  protected readonly reading = new FileReading<
    ImportField,
    ChosenField,
    ImportMappingDto,
    ImportDraftDto
  >(this.read, (mapping) => this.client.choose(this.id(), mapping));
  protected readonly busy = signal(false);
  protected readonly remember = signal(true);
  protected readonly name = signal('');

  protected readonly fields = computed<readonly FilterOption[]>(() =>
    importFields.map((value) => ({ value, label: this.t(`imports.field.${value}`) })),
  );
  protected readonly defaultFields = ['kind', 'channel', 'reporter', 'unitId'] as const;

  protected readonly options = computed<Record<ChosenField, readonly FilterOption[]>>(() => ({
    kind: feedbackKinds.map((value) => ({ value, label: this.t(`domain.kind.${value}`) })),
    channel: channels.map((value) => ({ value, label: this.t(`domain.channel.${value}`) })),
    reporter: reporterKinds.map((value) => ({ value, label: this.t(`domain.reporter.${value}`) })),
    severity: severities.map((value) => ({
      value: `${value}`,
      label: this.t(`domain.severity.${value}`),
    })),
    service: this.units(),
    theme: (this.themes.hasValue() ? this.themes.value() : []).map(({ id, label }) => ({
      ...{ value: id, label },
    })),
  }));

  protected readonly ready = computed(() => {
    const draft = this.reading.draft();
    return draft !== null && draft.missing.length === 0 ? draft.ready : 0;
  });

  constructor() {
    effect(() => {
      const draft = this.reading.draft();
      if (draft) this.name.update((name) => name || nameFor(draft));
    });
  }

  protected optionsOf(field: (typeof this.defaultFields)[number]): readonly FilterOption[] {
    return this.options()[field === 'unitId' ? 'service' : field];
  }

  protected otherwise(field: keyof ImportDefaultsDto, value: string): void {
    this.reading.choose((mapping) => ({
      ...mapping,
      defaults: { ...mapping.defaults, [field]: value },
    }));
  }

  protected sheet(sheet: string): void {
    this.reading.choose((mapping) => ({ ...mapping, sheet }));
  }

  protected async start(): Promise<void> {
    this.reading.refusing.set(this.ready() === 0);
    if (this.busy() || this.reading.refusing()) return;
    this.busy.set(true);
    this.reading.failure.set(null);
    await this.reading.arrived();
    const rememberAs = this.reading.mapping() && this.remember() ? this.name().trim() : '';
    try {
      const choice = rememberAs.length > 1 ? { rememberAs } : {};
      this.started.emit(await this.client.start(this.id(), choice));
    } catch (error) {
      this.reading.failure.set(error);
    } finally {
      this.busy.set(false);
    }
  }

  protected async giveUp(): Promise<void> {
    try {
      await this.client.remove(this.id());
      await this.router.navigateByUrl('/fiches/importer');
    } catch (error) {
      this.reading.failure.set(error);
    }
  }
}

function nameFor({ remembered, fileName }: ImportDraftDto): string {
  return remembered?.name ?? fileName.replace(/\.\w+$/, '');
}
