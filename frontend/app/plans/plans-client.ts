import { HttpClient } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import { firstValueFrom, type Observable } from 'rxjs';
import type { KeepPlanDto, StartPlanDto } from '../../../backend/plans/plan-templates.dto';
import type {
  EditPlanDto,
  PlaceActionDto,
  PlanDto,
  PlanWordsDto,
} from '../../../backend/plans/plans.dto';

const room = '/api/plans';
const patterns = '/api/plan-templates';

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

  /** Starts a plan from a template. */
  start(templateId: string, plan: StartPlanDto): Promise<PlanDto> {
    return told(this.http.post<PlanDto>(`${patterns}/${templateId}/plans`, plan));
  }

  /** Makes a template of a plan, and gives its id. */
  async keep(kept: KeepPlanDto): Promise<string> {
    return (await firstValueFrom(this.http.post<{ id: string }>(patterns, kept))).id;
  }

  async forget(templateId: string): Promise<void> {
    await firstValueFrom(this.http.delete(`${patterns}/${templateId}`));
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
