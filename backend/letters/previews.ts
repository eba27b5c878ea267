import { Injectable } from '@nestjs/common';
import type { Member } from '../access/member.js';
import { Tenancy } from '../database/tenancy.js';
import { languages, type Language } from '../domain/languages.js';
import { Refusal } from '../domain/refusal.js';
import type { LetterKind } from '../mail/letter.entity.js';
import { Outbox } from '../mail/outbox.js';
import { PublicAddress } from '../mail/public-address.js';
import type { LetterPreviewDto, PreviewKindDto } from './letters.dto.js';
import { samples, wordsOf } from './samples.js';

/** The languages of the members' own pages. */
const membersLanguages: readonly Language[] = ['fr', 'en'];

/** Each kind of letter as it leaves, with invented facts. */
@Injectable()
export class Previews {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly outbox: Outbox,
    private readonly address: PublicAddress,
  ) {}

  /** Every kind, with the languages in which it is written. */
  kinds(): PreviewKindDto[] {
    return (Object.keys(samples) as LetterKind[]).map((kind) => ({
      kind,
      languages: [...languagesOf(kind)],
    }));
  }

  /** One of them, with the organisation's name and colour. @throws Refusal `record.unknown`. */
  async draw(me: Member, kind: string, language: Language): Promise<LetterPreviewDto> {
    if (!isKind(kind) || !languagesOf(kind).includes(language)) {
      throw new Refusal('unknown', 'record.unknown');
    }
    const write = samples[kind].write((path) => this.address.of(path), wordsOf[language]);
    const { subject, text, html } = await this.tenancy.within(me, (tx) =>
      this.outbox.draw(tx, me, language, write),
    );
    return { subject, text, html };
  }
}

function isKind(kind: string): kind is LetterKind {
  return Object.hasOwn(samples, kind);
}

function languagesOf(kind: LetterKind): readonly Language[] {
  return samples[kind].reader === 'public' ? languages : membersLanguages;
}
