import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { FormField, FormRoot, form, maxLength, required } from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import {
  branches,
  causeStatuses,
  placeObstacle,
  type CausePlace,
} from '../../../backend/domain/analysis';
import { I18n } from '../i18n/i18n';
import { Session } from '../session/session';
import { Dialog } from '../ui/dialog';
import { ErrorState } from '../ui/error-state';
import { Field } from '../ui/field';
import { Icon } from '../ui/icon';
import { SendKeys } from '../ui/send-keys';
import { sending } from '../ui/sending';
import { AnalysisDesk } from './analysis-desk';
import type { ShownCause } from './facts';

/** What a cause explains that explains no other cause. */
const theProblem = 'problem';

/** Everything about one cause: its words, whether it is proved, where it hangs, what follows. */
@Component({
  selector: 'boucle-cause-sheet',
  imports: [Dialog, ErrorState, Field, FormField, FormRoot, Icon, RouterLink, SendKeys],
  templateUrl: './cause-sheet.html',
  styles: `
    textarea {
      min-height: 4rem;
    }
  `,
})
export class CauseSheet {
  readonly cause = input.required<ShownCause>();
  readonly closed = output();

  protected readonly t = inject(I18n).t;
  protected readonly desk = inject(AnalysisDesk);
  private readonly session = inject(Session);
  protected readonly branches = branches;
  protected readonly theProblem = theProblem;
  protected readonly statuses = causeStatuses;
  protected readonly failure = signal<unknown>(null);

  private readonly model = linkedSignal<string, Sheet>({
    source: () => this.cause().id,
    computation: () => {
      const { wording, status, evidence, branch, parentId } = this.cause();
      return { wording, status, evidence, branch, parentId: parentId ?? theProblem };
    },
  });

  protected readonly form = form(
    this.model,
    (path) => {
      required(path.wording);
      required(path.status);
      required(path.branch);
      required(path.parentId);
      maxLength(path.wording, 500);
      required(path.evidence, {
        when: ({ valueOf }) => valueOf(path.status) === 'verified',
        message: () => this.t('analyses.cause.evidenceMissing'),
      });
      maxLength(path.evidence, 2000);
    },
    { submission: sending(() => this.send(), this.failure) },
  );

  protected readonly parents = computed(() => {
    const { id, branch } = this.cause();
    const causes = this.desk.causes();
    const others = causes.filter(({ wording }) => wording.trim() !== '');
    return others.filter(
      (other) => placeObstacle(causes, { id, branch, parentId: other.id }) === null,
    );
  });

  /** What an action is opened from; a cause that was ruled out calls none. */
  protected readonly actFrom = computed(() => {
    const { id: cause, status } = this.cause();
    const fiche = this.desk.told()?.actableFeedbackId;
    if (status === 'discarded' || !this.session.may('action.create')) return null;
    return fiche ? { fiche, cause } : { cause };
  });

  protected async remove(): Promise<void> {
    try {
      await this.desk.remove(this.cause().id);
      this.closed.emit();
    } catch (error) {
      this.failure.set(error);
    }
  }

  private async send(): Promise<void> {
    const { id } = this.cause();
    const { wording, status, evidence, parentId } = this.model();
    const parent = this.desk.causes().find((one) => one.id === parentId);
    const { branch } = parent ?? this.model();
    const place: CausePlace = { id, parentId: parent?.id ?? null, branch };
    this.desk.change(id, { wording, status, evidence });
    this.desk.place(place);
    await this.desk.save();
    this.closed.emit();
  }
}

interface Sheet extends Pick<ShownCause, 'wording' | 'status' | 'evidence' | 'branch'> {
  /** `theProblem` for a cause that hangs on the branch itself. */
  parentId: string;
}
