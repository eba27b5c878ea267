import { httpResource } from '@angular/common/http';
import { Component, computed, inject } from '@angular/core';
import { DomSanitizer } from '@angular/platform-browser';
import { RouterLink } from '@angular/router';
import { languages, spoken } from '../../../backend/domain/languages';
import type { LetterPreviewDto, PreviewKindDto } from '../../../backend/letters/letters.dto';
import { I18n } from '../i18n/i18n';
import { addressFilters, oneOf } from '../ui/address-filters';
import { ErrorState } from '../ui/error-state';
import { FilterSentence, type Filter } from '../ui/filter-sentence';
import { Heading } from '../ui/heading';
import { kept } from '../ui/kept';
import { Loading } from '../ui/loading';
import { inLook, looks } from './look';

/** The widths of a letter in a mail program on a desk and on a telephone. */
const widths = [
  { name: 'desk', px: 600 },
  { name: 'telephone', px: 360 },
] as const;

/** `/courriers/apercus`: each kind of letter as it leaves, with invented facts. */
@Component({
  selector: 'boucle-letter-previews',
  imports: [ErrorState, FilterSentence, Heading, Loading, RouterLink],
  templateUrl: './letter-previews.html',
  styleUrl: './letter-previews.css',
})
export class LetterPreviews {
  protected readonly t = inject(I18n).t;
  private readonly sanitizer = inject(DomSanitizer);
  protected readonly widths = widths;
  protected readonly filters = addressFilters({
    kind: (kind: string) => /^\w{1,40}$/.test(kind),
    language: oneOf(languages),
    look: oneOf(looks),
  });

  protected readonly kinds = httpResource<PreviewKindDto[]>(() => '/api/mail/previews');
  private readonly chosen = computed(() => {
    const kinds = this.kinds.hasValue() ? this.kinds.value() : [];
    return kinds.find(({ kind }) => kind === this.filters.values().kind) ?? kinds[0];
  });
  /** French, where it is not written in the language that was asked for. */
  protected readonly language = computed(() => {
    const { language } = this.filters.values();
    return this.chosen()?.languages.find((known) => known === language) ?? 'fr';
  });
  protected readonly drawn = httpResource<LetterPreviewDto>(() => {
    const chosen = this.chosen();
    return chosen
      ? { url: `/api/mail/previews/${chosen.kind}`, params: { language: this.language() } }
      : undefined;
  });
  protected readonly letter = kept(this.drawn);
  protected readonly look = computed(
    () => looks.find((look) => look === this.filters.values().look) ?? 'light',
  );
  protected readonly direction = computed(() => spoken[this.language()].direction);

  // Our own server wrote it and escaped it, and the frame runs no script; sanitised once more, it
  // would lose the very styles that it is looked at for.
  protected readonly html = computed(() =>
    this.sanitizer.bypassSecurityTrustHtml(inLook(this.letter()?.html ?? '', this.look())),
  );

  protected readonly sentence = computed<Record<string, Filter>>(() => ({
    kind: {
      label: this.t('letters.previews.kind'),
      value: this.chosen()?.kind ?? '',
      options: (this.kinds.hasValue() ? this.kinds.value() : []).map(({ kind }) => ({
        value: kind,
        label: this.t(`letters.kind.${kind}`),
      })),
    },
    language: {
      label: this.t('letters.previews.language'),
      value: this.language(),
      options: (this.chosen()?.languages ?? []).map((value) => ({
        value,
        label: spoken[value].name,
      })),
    },
    look: {
      label: this.t('letters.previews.look'),
      value: this.look(),
      options: looks.map((value) => ({ value, label: this.t(`letters.previews.${value}`) })),
    },
  }));
}
