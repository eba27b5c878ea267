import { Service, inject } from '@angular/core';
import type { ActionDto, OriginDto } from '../../../backend/actions/actions.dto';
import { Dates } from '../i18n/dates';
import { I18n } from '../i18n/i18n';
import type { Strand } from '../ui/strands';
import { linkTo } from './origin-names';

/** What joins an action's thread: every voice it comes from, its kin, and the answer to each. */
@Service()
export class ActionStrands {
  private readonly t = inject(I18n).t;
  private readonly dates = inject(Dates);

  of({ origins, successorOf, successors, verdict, verdictNote }: ActionDto): Strand[] {
    return [
      ...origins.map((origin) => this.source(origin)),
      ...(successorOf ? [this.kin('before', successorOf)] : []),
      ...successors.map((next) => this.kin('after', next)),
      ...(verdict
        ? [strand('effect', this.t(`domain.verdict.${verdict}`), verdictNote ?? '', null)]
        : []),
      ...origins.flatMap(({ feedback }) => (feedback ? [this.answer(feedback)] : [])),
    ];
  }

  private source(origin: OriginDto): Strand {
    const { kind, reference, feedback, cause, survey, indicator } = origin;
    const point = kind === 'analysis_cause' ? 'analysis' : 'voice';
    const known = feedback ?? cause ?? survey ?? indicator;
    const elsewhere = !known && (kind === 'feedback' || kind === 'analysis_cause');
    const name = survey?.title ?? indicator?.name ?? reference;
    const note = feedback
      ? this.dates.day(feedback.receivedOn, 'short')
      : (cause?.wording ?? (name === reference ? '' : reference));
    return strand(
      point,
      this.t(`actions.strands.${kind}`, { name }),
      elsewhere ? this.t('actions.strands.elsewhere') : note,
      linkTo(origin),
    );
  }

  private kin(side: 'before' | 'after', { id, reference }: { id: string; reference: string }) {
    return strand('action', this.t(`actions.strands.${side}`, { reference }), '', `/actions/${id}`);
  }

  private answer({
    id,
    reference,
    answeredOn,
    reachable,
  }: NonNullable<OriginDto['feedback']>): Strand {
    const name = this.t('actions.strands.feedback', { name: reference });
    const link = `/fiches/${id}`;
    if (answeredOn) {
      const day = this.dates.day(answeredOn, 'short');
      return strand('answer', name, this.t('actions.strands.answered', { day }), link);
    }
    const state = reachable ? 'awaited' : 'notNeeded';
    return strand('answer', name, this.t(`actions.strands.${state}`), link, state);
  }
}

function strand(
  point: Strand['point'],
  name: string,
  note: string,
  link: string | null,
  state: Strand['state'] = 'done',
): Strand {
  return { point, name, note, link, state };
}
