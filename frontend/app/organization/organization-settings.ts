import { HttpClient } from '@angular/common/http';
import {
  Component,
  type ElementRef,
  afterRenderEffect,
  computed,
  inject,
  linkedSignal,
  signal,
  viewChild,
} from '@angular/core';
import {
  FormField,
  FormRoot,
  form,
  maxLength,
  minLength,
  required,
  validate,
} from '@angular/forms/signals';
import { RouterLink } from '@angular/router';
import { firstValueFrom } from 'rxjs';
import { contrast, inkOn, isColour, visible } from '../../../backend/domain/colour';
import { I18n } from '../i18n/i18n';
import { Numbers } from '../i18n/numbers';
import { wearColour } from '../session/colour';
import { Session } from '../session/session';
import { ErrorState } from '../ui/error-state';
import { Field } from '../ui/field';
import { Heading } from '../ui/heading';
import { Seal } from '../ui/seal';
import { sending } from '../ui/sending';
import { Toasts } from '../ui/toasts';

/** `/organisme`: the name and the colour that everybody sees, and how they will look. */
@Component({
  selector: 'boucle-organization-settings',
  imports: [ErrorState, Field, FormField, FormRoot, Heading, RouterLink, Seal],
  templateUrl: './organization-settings.html',
  styleUrl: './organization-settings.css',
})
export class OrganizationSettings {
  protected readonly t = inject(I18n).t;
  private readonly http = inject(HttpClient);
  private readonly session = inject(Session);
  private readonly numbers = inject(Numbers);
  private readonly toasts = inject(Toasts);
  private readonly preview = viewChild.required<ElementRef<HTMLElement>>('preview');
  protected readonly failure = signal<unknown>(null);

  protected readonly model = signal({
    name: this.session.me()?.organization.name ?? '',
    colour: this.session.me()?.organization.colour ?? '',
  });

  /** The last colour that was whole: one that is being typed is not one yet. */
  protected readonly worn = linkedSignal<string, string>({
    source: () => this.model().colour,
    computation: (typed, before) =>
      isColour(typed) ? typed.toLowerCase() : (before?.value ?? '#000000'),
  });

  /** What can be read on the colour, and whether the colour itself will be seen. */
  protected readonly verdict = computed(() => {
    const ink = inkOn(this.worn());
    const ratio = this.numbers.count(contrast(this.worn(), ink), 1);
    return {
      letters: this.t(`organization.settings.${ink === '#ffffff' ? 'white' : 'black'}`, { ratio }),
      // The ground of the pages is a near white, by day; by night the colour is lightened.
      faint: contrast(this.worn(), '#ffffff') < visible,
    };
  });

  protected readonly form = form(
    this.model,
    (path) => {
      required(path.name);
      minLength(path.name, 2);
      maxLength(path.name, 120);
      required(path.colour);
      validate(path.colour, ({ value }) =>
        value() && !isColour(value())
          ? { kind: 'colour', message: this.t('organization.settings.colourPattern') }
          : undefined,
      );
    },
    { submission: sending(() => this.save(), this.failure) },
  );

  constructor() {
    afterRenderEffect(() => wearColour(this.worn(), this.preview().nativeElement));
  }

  protected pick(colour: string): void {
    this.model.update((model) => ({ ...model, colour }));
  }

  private async save(): Promise<void> {
    const { name, colour } = this.model();
    const changes = { name: name.trim(), colour };
    await firstValueFrom(this.http.patch('/api/organizations/mine', changes));
    await this.session.refresh();
    this.toasts.show(this.t('organization.settings.saved'));
  }
}
