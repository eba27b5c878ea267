import { httpResource } from '@angular/common/http';
import { Component, computed, inject, input, output, signal } from '@angular/core';
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
import { ColumnChoices } from '../imports/column-choices';
import { FileReading } from '../imports/file-reading';
import { WordChoices } from '../imports/word-choices';
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
  imports: [
    ColumnChoices,
    ErrorState,
    Icon,
    Loading,
    PlanSheetConflicts,
    PlanSheetPreview,
    WordChoices,
  ],
  templateUrl: './plan-sheet-draft.html',
  styleUrls: ['../imports/import-draft.css', '../imports/choice-of.css'],
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

  protected readonly reading = new FileReading<
    PlanField,
    PlanChosenField,
    PlanMapping,
    PlanDraftDto
  >(this.read, (mapping) => this.client.choose(this.id(), mapping));
  protected readonly title = signal<string | null>(null);
  protected readonly fromDay = signal<string | null>(null);
  protected readonly toDay = signal<string | null>(null);
  protected readonly busy = signal(false);

  protected readonly fields = computed<readonly FilterOption[]>(() =>
    planFields.map((value) => ({ value, label: this.t(`planSheets.field.${value}`) })),
  );
  protected readonly kinds = actionKinds;
  protected readonly origins = sheetOrigins;

  protected readonly persons = computed<readonly FilterOption[]>(() =>
    (this.people.hasValue() ? this.people.value() : []).map(({ id, name }) => ({
      ...{ value: id, label: name },
    })),
  );

  protected readonly options = computed<Record<PlanChosenField, readonly FilterOption[]>>(() => ({
    owner: this.persons(),
    service: this.units(),
    state: toldStates.map((value) => ({ value, label: this.t(`domain.actionState.${value}`) })),
    kind: actionKinds.map((value) => ({ value, label: this.t(`domain.actionKind.${value}`) })),
  }));

  /** How many lines would do something; a sheet that changes nothing may come in all the same. */
  protected readonly ready = computed(() => {
    const draft = this.reading.draft();
    return draft !== null && draft.missing.length === 0 ? draft.total : 0;
  });

  protected otherwise(change: Partial<PlanMapping['defaults']>): void {
    this.reading.choose((mapping) => ({
      ...mapping,
      defaults: { ...mapping.defaults, ...change },
    }));
  }

  protected sheet(sheet: string): void {
    this.reading.choose((mapping) => ({ ...mapping, sheet, choices: [] }));
  }

  protected titlesAt(line: string): void {
    this.reading.choose((mapping) => ({ ...mapping, titleLine: Number(line), choices: [] }));
  }

  protected side({ line, seen }: PlanPreviewRowDto, take: string): void {
    this.reading.choose((mapping) => {
      const others = mapping.choices.filter((one) => one.line !== line);
      const choice = { line, take: take as Side, seen };
      return { ...mapping, choices: take === '' ? others : [...others, choice] };
    });
  }

  protected async start(): Promise<void> {
    await this.reading.arrived();
    this.reading.refusing.set(this.ready() === 0);
    if (this.busy() || this.reading.refusing()) return;
    this.busy.set(true);
    this.reading.failure.set(null);
    const told = { title: this.title(), fromDay: this.fromDay(), toDay: this.toDay() };
    const said = Object.entries(told).filter(([, value]) => value);
    try {
      this.started.emit(await this.client.start(this.id(), Object.fromEntries(said)));
    } catch (error) {
      this.reading.failure.set(error);
    } finally {
      this.busy.set(false);
    }
  }

  protected async giveUp(): Promise<void> {
    try {
      await this.client.remove(this.id());
      await this.router.navigateByUrl('/reprendre-un-plan');
    } catch (error) {
      this.reading.failure.set(error);
    }
  }
}
