import { httpResource } from '@angular/common/http';
import { Component, computed, effect, inject, input, output, signal } from '@angular/core';
import { Router } from '@angular/router';
import { actionKinds } from '../../../backend/domain/action';
import {
  planFields,
  type PlanChosenField,
  type PlanField,
} from '../../../backend/domain/plan-fields';
import { sheetOrigins, type PlanMapping, type Side } from '../../../backend/domain/plan-sheet';
import type { PersonDto } from '../../../backend/people/people.dto';
import type {
  PlanDraftDto,
  PlanPreviewRowDto,
  PlanRunDto,
} from '../../../backend/plan-sheets/plan-sheet.dto';
import { I18n } from '../i18n/i18n';
import { ErrorState } from '../ui/error-state';
import type { FilterOption } from '../ui/filter-sentence';
import { Icon } from '../ui/icon';
import { Loading } from '../ui/loading';
import { unitList } from '../ui/unit-list';
import { PlanSheetConflicts } from './plan-sheet-conflicts';
import { PlanSheetPreview } from './plan-sheet-preview';
import { PlanSheetsClient } from './plan-sheets-client';

/** The states that a sheet may tell: a verdict is not its to give. */
const toldStates = ['planned', 'in_progress', 'done', 'cancelled'] as const;

/** Says how a plan's sheet is read, and shows what it will do, line by line. */
@Component({
  selector: 'boucle-plan-sheet-draft',
  imports: [ErrorState, Icon, Loading, PlanSheetConflicts, PlanSheetPreview],
  templateUrl: './plan-sheet-draft.html',
  styleUrl: '../imports/import-draft.css',
})
export class PlanSheetDraft {
  readonly id = input.required<string>();
  readonly started = output<PlanRunDto>();

  protected readonly t = inject(I18n).t;
  private readonly client = inject(PlanSheetsClient);
  private readonly router = inject(Router);
  protected readonly units = unitList();
  private readonly people = httpResource<PersonDto[]>(() => '/api/people');
  protected readonly read = httpResource<PlanDraftDto>(() => `/api/plan-sheets/${this.id()}/draft`);

  protected readonly draft = signal<PlanDraftDto | null>(null);
  protected readonly mapping = signal<PlanMapping | null>(null);
  protected readonly title = signal<string | null>(null);
  protected readonly fromDay = signal<string | null>(null);
  protected readonly toDay = signal<string | null>(null);
  protected readonly failure = signal<unknown>(null);
  protected readonly busy = signal(false);
  protected readonly refusing = signal(false);
  private last = 0;
  private before: Promise<unknown> = Promise.resolve();

  protected readonly fields = planFields;
  protected readonly kinds = actionKinds;
  protected readonly origins = sheetOrigins;

  protected readonly persons = computed<readonly FilterOption[]>(() =>
    (this.people.hasValue() ? this.people.value() : []).map(({ id, name }) => ({
      ...{ value: id, label: name },
    })),
  );

  /** The words that needed a meaning, whether they have one by now or not. */
  protected readonly words = computed(() => [
    ...(this.mapping()?.values ?? []).map((value) => ({ ...value, count: 0, open: false })),
    ...(this.draft()?.unknown ?? []).map((word) => ({ ...word, to: '', open: true })),
  ]);

  protected readonly options = computed<Record<PlanChosenField, readonly FilterOption[]>>(() => ({
    owner: this.persons(),
    service: this.units(),
    state: toldStates.map((value) => ({ value, label: this.t(`domain.actionState.${value}`) })),
    kind: actionKinds.map((value) => ({ value, label: this.t(`domain.actionKind.${value}`) })),
  }));

  /** How many lines would do something; a sheet that changes nothing may come in all the same. */
  protected readonly ready = computed(() => {
    const draft = this.draft();
    return draft !== null && draft.missing.length === 0 ? draft.total : 0;
  });

  constructor() {
    effect(() => {
      if (this.read.hasValue()) this.show(this.read.value());
    });
  }

  protected isTaken(field: PlanField, at: number): boolean {
    return this.mapping()?.fields.some((other, place) => other === field && place !== at) ?? false;
  }

  protected column(at: number, field: string): void {
    this.choose((mapping) => ({
      ...mapping,
      fields: (this.draft()?.columns ?? []).map((_, place) =>
        place === at ? (field as PlanField | '') : (mapping.fields[place] ?? ''),
      ),
    }));
  }

  protected decide(field: PlanChosenField, text: string, to: string): void {
    this.choose((mapping) => {
      const others = mapping.values.filter((one) => one.field !== field || one.text !== text);
      return { ...mapping, values: to === 'none' ? others : [...others, { field, text, to }] };
    });
  }

  protected otherwise(change: Partial<PlanMapping['defaults']>): void {
    this.choose((mapping) => ({ ...mapping, defaults: { ...mapping.defaults, ...change } }));
  }

  protected sheet(sheet: string): void {
    this.choose((mapping) => ({ ...mapping, sheet, choices: [] }));
  }

  protected titlesAt(line: string): void {
    this.choose((mapping) => ({ ...mapping, titleLine: Number(line), choices: [] }));
  }

  protected side({ line, seen }: PlanPreviewRowDto, take: string): void {
    this.choose((mapping) => {
      const others = mapping.choices.filter((one) => one.line !== line);
      const choice = { line, take: take as Side, seen };
      return { ...mapping, choices: take === '' ? others : [...others, choice] };
    });
  }

  protected async start(): Promise<void> {
    await this.before;
    this.refusing.set(this.ready() === 0);
    if (this.busy() || this.refusing()) return;
    this.busy.set(true);
    this.failure.set(null);
    const told = { title: this.title(), fromDay: this.fromDay(), toDay: this.toDay() };
    const said = Object.entries(told).filter(([, value]) => value);
    try {
      this.started.emit(await this.client.start(this.id(), Object.fromEntries(said)));
    } catch (error) {
      this.failure.set(error);
    } finally {
      this.busy.set(false);
    }
  }

  protected async giveUp(): Promise<void> {
    try {
      await this.client.remove(this.id());
      await this.router.navigateByUrl('/reprendre-un-plan');
    } catch (error) {
      this.failure.set(error);
    }
  }

  /** What is chosen shows at once; choices leave one after the other, so that the last one stays. */
  private choose(change: (mapping: PlanMapping) => PlanMapping): void {
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

  private show(draft: PlanDraftDto): void {
    this.draft.set(draft);
    this.mapping.set(draft.mapping);
  }
}
