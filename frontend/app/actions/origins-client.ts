import { HttpClient } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import type { ActionDto, OriginDto, OriginInputDto } from '../../../backend/actions/actions.dto';
import { ActionsClient } from './actions-client';

/** What an action comes from, once it is open. Each promise fails with an ApiError. */
@Service()
export class OriginsClient {
  private readonly http = inject(HttpClient);
  private readonly actions = inject(ActionsClient);

  add(id: string, origin: OriginInputDto): Promise<ActionDto> {
    return this.actions.change(this.http.post<ActionDto>(`/api/actions/${id}/origins`, origin));
  }

  remove(id: string, originId: string): Promise<ActionDto> {
    const address = `/api/actions/${id}/origins/${originId}`;
    return this.actions.change(this.http.delete<ActionDto>(address));
  }
}

/** As it was given; null where it names what this reader may not see. */
export function inputOf({ kind, reference, ...to }: OriginDto): OriginInputDto | null {
  if (kind === 'feedback') return to.feedback && { kind, feedbackId: to.feedback.id };
  if (kind === 'analysis_cause') return to.cause && { kind, causeId: to.cause.id };
  const seen = to.survey?.title === reference || to.indicator?.name === reference;
  const point = seen ? {} : { reference };
  if (kind === 'survey') return to.survey && { kind, surveyId: to.survey.id, ...point };
  if (kind === 'indicator') return to.indicator && { kind, indicatorId: to.indicator.id, ...point };
  return { kind, reference };
}
