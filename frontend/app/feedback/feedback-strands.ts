import { Service, inject } from '@angular/core';
import type { ActionState } from '../../../backend/domain/action';
import type { ConsequenceDto, FeedbackDto } from '../../../backend/feedback/feedback.dto';
import { Dates } from '../i18n/dates';
import { I18n } from '../i18n/i18n';
import type { Strand } from '../ui/strands';

const drawn: Record<ActionState, Strand['state']> = {
  planned: 'awaited',
  in_progress: 'current',
  done: 'done',
  verified: 'done',
  cancelled: 'notNeeded',
};

/** What joins a feedback's thread: who says the same, its analyses, every action it led to, its answers. */
@Service()
export class FeedbackStrands {
  private readonly t = inject(I18n).t;
  private readonly dates = inject(Dates);

  of(feedback: FeedbackDto): Strand[] {
    const { family, analyses, actions, actionsElsewhere, answers } = feedback;
    return [
      ...[...(family.head ? [family.head] : []), ...family.joined].map(
        ({ id, reference, receivedOn }): Strand => ({
          ...{ point: 'voice', name: this.t('feedback.strands.voice', { reference }) },
          ...{ note: this.day(receivedOn), link: id && `/fiches/${id}`, state: 'done' },
        }),
      ),
      ...analyses.map(({ reference, state, seen }): Strand => ({
        ...{ point: 'analysis', name: this.t('feedback.strands.analysis', { reference }) },
        ...{ note: seen?.title ?? '', link: seen && `/analyses/${seen.id}` },
        state: state === 'concluded' ? 'done' : 'current',
      })),
      ...actions.map((action) => this.action(action)),
      ...actionsElsewhere.map(({ reference, state }): Strand => ({
        ...{ point: 'action', name: this.t('feedback.strands.action', { reference }) },
        note: `${this.t(`domain.actionState.${state}`)}, ${this.t('feedback.strands.elsewhere')}`,
        ...{ link: null, state: drawn[state] },
      })),
      ...actions.flatMap((action) => this.effect(action)),
      ...answers.map(({ at, author }): Strand => ({
        ...{ point: 'answer', name: this.day(at), note: author, link: null, state: 'done' },
      })),
    ];
  }

  private action({ id, title, state, dueOn, doneOn, owner, late }: ConsequenceDto): Strand {
    const due = this.t('feedback.strands.due', { day: this.day(dueOn) });
    const day = doneOn ? this.day(doneOn) : late ? this.t('feedback.strands.late') : due;
    const note = [this.t(`domain.actionState.${state}`), day, owner.name].join(' · ');
    return { point: 'action', name: title, note, link: `/actions/${id}`, state: drawn[state] };
  }

  private effect({ reference, state, verdict, verdictOn }: ConsequenceDto): Strand[] {
    const name = this.t('feedback.strands.action', { reference });
    if (state === 'done') {
      const note = this.t('feedback.strands.toVerify');
      return [{ point: 'effect', name, note, link: null, state: 'awaited' }];
    }
    if (!verdict || !verdictOn) return [];
    const note = `${this.t(`domain.verdict.${verdict}`)} · ${this.day(verdictOn)}`;
    return [{ point: 'effect', name, note, link: null, state: 'done' }];
  }

  private day(iso: string): string {
    return this.dates.day(iso, 'short');
  }
}
