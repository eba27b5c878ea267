import { HttpClient } from '@angular/common/http';
import {
  Component,
  ElementRef,
  afterNextRender,
  inject,
  input,
  output,
  signal,
  type OnInit,
} from '@angular/core';
import { FormField, FormRoot, form, minLength, required, validate } from '@angular/forms/signals';
import { firstValueFrom } from 'rxjs';
import type { ActionTemplateDto } from '../../../backend/actions/action-templates.dto';
import {
  actionKinds,
  participations,
  type ActionKind,
  type Participation,
} from '../../../backend/domain/action';
import { I18n } from '../i18n/i18n';
import { atMost } from '../ui/at-most';
import { ErrorState } from '../ui/error-state';
import { Field } from '../ui/field';
import { SendKeys } from '../ui/send-keys';
import { sending } from '../ui/sending';
import { Toasts } from '../ui/toasts';
import { readSteps, typedSteps } from './template-words';

/** One template: its name, the words that it proposes, its steps. */
@Component({
  selector: 'boucle-action-template-form',
  imports: [ErrorState, Field, FormField, FormRoot, SendKeys],
  templateUrl: './action-template-form.html',
})
export class ActionTemplateForm implements OnInit {
  readonly template = input.required<Partial<ActionTemplateDto>>();
  /** Kept, or given up. */
  readonly closed = output();

  protected readonly t = inject(I18n).t;
  protected readonly kinds = actionKinds;
  protected readonly participations = participations;
  protected readonly failure = signal<unknown>(null);
  private readonly http = inject(HttpClient);
  private readonly toasts = inject(Toasts);

  protected readonly model = signal<Typed>({
    ...{ name: '', kind: 'corrective', title: '', description: '', criterion: '' },
    ...{ days: '', steps: '', participation: '' },
  });
  protected readonly form = form(
    this.model,
    (path) => {
      required(path.name);
      minLength(path.name, 2);
      atMost(path.name, 80);
      required(path.kind);
      atMost(path.title, 160);
      atMost(path.description, 10_000);
      atMost(path.criterion, 2000);
      validate(path.days, ({ value }) =>
        value() === '' || (/^\d{1,4}$/.test(value()) && +value() >= 1 && +value() <= 1095)
          ? undefined
          : { kind: 'days', message: this.t('actions.templates.daysWrong') },
      );
      validate(path.steps, ({ value }) => {
        const steps = readSteps(value());
        const long = steps.some(
          ({ title, afterDays = 0 }) => title.length > 200 || afterDays > 1095,
        );
        return long || steps.length > 50
          ? { kind: 'steps', message: this.t('actions.templates.stepsWrong') }
          : undefined;
      });
    },
    { submission: sending(() => this.save(), this.failure) },
  );

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    afterNextRender(() => host.querySelector('input')?.focus());
  }

  ngOnInit(): void {
    const { name = '', content } = this.template();
    if (!content) return;
    const { kind, title = '', description = '', criterion = '', participation = '' } = content;
    const days = content.days ? `${content.days}` : '';
    const steps = typedSteps(content.steps);
    this.model.set({ name, kind, title, description, criterion, participation, days, steps });
  }

  private async save(): Promise<void> {
    const { id, content } = this.template();
    const { name, days, steps, participation, ...words } = this.model();
    const told = Object.entries({ ...words, participation }).filter(([, word]) => word.trim());
    // What this form does not show stays as it was.
    const { rationale, skills, stakeholders, checkDays } = content ?? {};
    const sent = {
      name: name.trim(),
      content: {
        ...{ rationale, skills, stakeholders, checkDays },
        ...Object.fromEntries(told.map(([key, word]) => [key, word.trim()])),
        ...(days && { days: Number(days) }),
        steps: readSteps(steps),
      },
    };
    const room = '/api/action-templates';
    await firstValueFrom(id ? this.http.put(`${room}/${id}`, sent) : this.http.post(room, sent));
    this.toasts.show(this.t('actions.templates.saved', { name }));
    this.closed.emit();
  }
}

interface Typed {
  name: string;
  kind: ActionKind;
  title: string;
  description: string;
  criterion: string;
  days: string;
  steps: string;
  participation: Participation | '';
}
