import { HttpClient } from '@angular/common/http';
import { DOCUMENT, Service, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type {
  PlanDraftDto,
  PlanRunDto,
  StartPlanSheetDto,
} from '../../../backend/plan-sheets/plan-sheet.dto';
import type { PlanMapping } from '../../../backend/domain/plan-sheet';
import { saveFile } from '../ui/save-file';

const room = '/api/plan-sheets';

/** What can be done with a plan's sheet. Each promise fails with an ApiError. */
@Service()
export class PlanSheetsClient {
  private readonly http = inject(HttpClient);
  private readonly document = inject(DOCUMENT);

  send(file: File, planId: string): Promise<PlanDraftDto> {
    const form = new FormData();
    form.set('file', file, file.name);
    const params: Record<string, string> = planId ? { planId } : {};
    return firstValueFrom(this.http.post<PlanDraftDto>(room, form, { params }));
  }

  choose(id: string, mapping: PlanMapping): Promise<PlanDraftDto> {
    return firstValueFrom(this.http.put<PlanDraftDto>(`${room}/${id}/mapping`, mapping));
  }

  start(id: string, plan: StartPlanSheetDto): Promise<PlanRunDto> {
    return firstValueFrom(this.http.post<PlanRunDto>(`${room}/${id}/start`, plan));
  }

  remove(id: string): Promise<unknown> {
    return firstValueFrom(this.http.delete(`${room}/${id}`));
  }

  /** Puts the sheet of a plan among the person's downloads. */
  async take(planId: string, own: boolean): Promise<void> {
    const options = { params: { own }, responseType: 'blob', observe: 'response' } as const;
    const response = await firstValueFrom(this.http.get(`${room}/of/${planId}`, options));
    saveFile(this.document, response, 'plan.xlsx');
  }
}
