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
import { ImportPreview } from './import-preview';
import { ImportsClient } from './imports-client';

/** Says how a file is read, and shows its first rows as they will be. */
@Component({
  selector: 'boucle-import-draft',
  imports: [ErrorState, Icon, ImportPreview, Loading],
  templateUrl: './import-draft.html',
  styleUrl: './import-draft.css',
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

  protected readonly draft = signal<ImportDraftDto | null>(null);
  protected readonly mapping = signal<ImportMappingDto | null>(null);
  protected readonly failure = signal<unknown>(null);
  protected readonly busy = signal(false);
  protected readonly remember = signal(true);
  protected readonly name = signal('');
  protected readonly refusing = signal(false);
  private last = 0;
  private before: Promise<unknown> = Promise.resolve();

  protected readonly fields = importFields;
  protected readonly defaultFields = ['kind', 'channel', 'reporter', 'unitId'] as const;

  /** The words that needed a meaning, whether they have one by now or not. */
  protected readonly words = computed(() => [
    ...(this.mapping()?.values ?? []).map((value) => ({ ...value, count: 0, open: false })),
    ...(this.draft()?.unknown ?? []).map((word) => ({ ...word, to: '', open: true })),
  ]);

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
    const draft = this.draft();
    return draft !== null && draft.missing.length === 0 ? draft.ready : 0;
  });

  constructor() {
    effect(() => {
      if (this.read.hasValue()) this.show(this.read.value());
    });
  }

  protected optionsOf(field: (typeof this.defaultFields)[number]): readonly FilterOption[] {
    return this.options()[field === 'unitId' ? 'service' : field];
  }

  protected isTaken(field: ImportField, at: number): boolean {
    return this.mapping()?.fields.some((other, place) => other === field && place !== at) ?? false;
  }

  protected column(at: number, field: string): void {
    this.choose((mapping) => ({
      ...mapping,
      fields: mapping.fields.map((before, place) =>
        place === at ? (field as ImportField | '') : before,
      ),
    }));
  }

  protected decide(field: ChosenField, text: string, to: string): void {
    this.choose((mapping) => {
      const others = mapping.values.filter((one) => one.field !== field || one.text !== text);
      return { ...mapping, values: to === 'none' ? others : [...others, { field, text, to }] };
    });
  }

  protected otherwise(field: keyof ImportDefaultsDto, value: string): void {
    this.choose((mapping) => ({ ...mapping, defaults: { ...mapping.defaults, [field]: value } }));
  }

  protected sheet(sheet: string): void {
    this.choose((mapping) => ({ ...mapping, sheet }));
  }

  protected async start(): Promise<void> {
    this.refusing.set(this.ready() === 0);
    if (this.busy() || this.refusing()) return;
    this.busy.set(true);
    this.failure.set(null);
    await this.before;
    const rememberAs = this.mapping() && this.remember() ? this.name().trim() : '';
    try {
      const choice = rememberAs.length > 1 ? { rememberAs } : {};
      this.started.emit(await this.client.start(this.id(), choice));
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.busy.set(false);
    }
  }

  protected async giveUp(): Promise<void> {
    try {
      await this.client.remove(this.id());
      await this.router.navigateByUrl('/fiches/importer');
    } catch (error) {
      this.failure.set(error);
    }
  }

  /** What is chosen shows at once; choices leave one after the other, so that the last one stays. */
  private choose(change: (mapping: ImportMappingDto) => ImportMappingDto): void {
    const before = this.mapping();
    if (!before) return;
    const mapping = change(before);
    this.mapping.set(mapping);
    this.refusing.set(false);
    const turn = ++this.last;
    const sent = this.before.then(() => this.client.choose(this.id(), mapping));
    this.before = sent.catch(() => undefined);
    sent.then(
      (draft) => {
        if (turn !== this.last) return;
        this.failure.set(null);
        this.show(draft);
      },
      (error: unknown) => {
        if (turn === this.last) this.failure.set(error);
      },
    );
  }

  private show(draft: ImportDraftDto): void {
    this.draft.set(draft);
    this.mapping.set(draft.mapping);
    this.name.update(
      (name) => name || (draft.remembered?.name ?? draft.fileName.replace(/\.\w+$/, '')),
    );
  }
}
