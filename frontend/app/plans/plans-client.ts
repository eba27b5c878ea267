import { HttpClient } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import { firstValueFrom, type Observable } from 'rxjs';
import type {
  EditPlanDto,
  PlaceActionDto,
  PlanDto,
  PlanWordsDto,
} from '../../../backend/plans/plans.dto';

const room = '/api/plans';

/** What can be done about a plan. Each promise fails with an ApiError. */
@Service()
export class PlansClient {
  private readonly http = inject(HttpClient);

  open(plan: PlanWordsDto): Promise<PlanDto> {
    return told(this.http.post<PlanDto>(room, plan));
  }

  edit(id: string, change: EditPlanDto): Promise<PlanDto> {
    return told(this.http.put<PlanDto>(`${room}/${id}`, change));
  }

  /** Brings an action into the plan, or moves it within. */
  place(id: string, actionId: string, place: PlaceActionDto): Promise<PlanDto> {
    return told(this.http.put<PlanDto>(`${room}/${id}/actions/${actionId}`, place));
  }

  remove(id: string, actionId: string): Promise<PlanDto> {
    return told(this.http.delete<PlanDto>(`${room}/${id}/actions/${actionId}`));
  }
}

function told(request: Observable<PlanDto>): Promise<PlanDto> {
  return firstValueFrom(request);
}
