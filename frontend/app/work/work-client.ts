import { HttpClient } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { ActionDto } from '../../../backend/actions/actions.dto';
import type { SaveFigureDto, SaveLinkDto } from '../../../backend/work/evidence.dto';
import type { SaveStepDto } from '../../../backend/work/steps.dto';
import { ActionsClient } from '../actions/actions-client';

const of = (id: string): string => `/api/actions/${id}`;

/** What can be done of the work on an action. Each promise fails with an ApiError. */
@Service()
export class WorkClient {
  private readonly http = inject(HttpClient);
  private readonly actions = inject(ActionsClient);

  /** Reads the action anew, for all pages that show it. */
  reload(id: string): Promise<ActionDto> {
    return this.actions.change(this.http.get<ActionDto>(of(id)));
  }

  invite(id: string, personId: string): Promise<ActionDto> {
    return this.put(`${of(id)}/contributors/${personId}`);
  }

  uninvite(id: string, personId: string): Promise<ActionDto> {
    return this.delete(`${of(id)}/contributors/${personId}`);
  }

  saveStep(id: string, stepId: string, step: SaveStepDto): Promise<ActionDto> {
    return this.put(`${of(id)}/steps/${stepId}`, step);
  }

  order(id: string, order: readonly string[]): Promise<ActionDto> {
    return this.put(`${of(id)}/steps`, { order });
  }

  tick(id: string, stepId: string): Promise<ActionDto> {
    return this.put(`${of(id)}/steps/${stepId}/done`);
  }

  untick(id: string, stepId: string): Promise<ActionDto> {
    return this.delete(`${of(id)}/steps/${stepId}/done`);
  }

  removeStep(id: string, stepId: string): Promise<ActionDto> {
    return this.put(`${of(id)}/steps/${stepId}/removal`);
  }

  restoreStep(id: string, stepId: string): Promise<ActionDto> {
    return this.delete(`${of(id)}/steps/${stepId}/removal`);
  }

  addFile(id: string, file: File): Promise<ActionDto> {
    const body = new FormData();
    body.append('file', file, file.name);
    return this.actions.change(this.http.post<ActionDto>(`${of(id)}/evidence/files`, body));
  }

  addLink(id: string, linkId: string, link: SaveLinkDto): Promise<ActionDto> {
    return this.put(`${of(id)}/evidence/links/${linkId}`, link);
  }

  addFigure(id: string, figureId: string, figure: SaveFigureDto): Promise<ActionDto> {
    return this.put(`${of(id)}/evidence/figures/${figureId}`, figure);
  }

  removeEvidence(id: string, evidenceId: string, reason?: string): Promise<ActionDto> {
    return this.put(`${of(id)}/evidence/${evidenceId}/removal`, { ...(reason && { reason }) });
  }

  say(id: string, commentId: string, body: string): Promise<ActionDto> {
    return this.put(`${of(id)}/comments/${commentId}`, { body });
  }

  takeBack(id: string, commentId: string): Promise<ActionDto> {
    return this.delete(`${of(id)}/comments/${commentId}`);
  }

  /** Where I am mentioned no longer awaits me at home. */
  async see(id: string): Promise<void> {
    await firstValueFrom(this.http.put(`${of(id)}/mentions/seen`, {}));
  }

  private put(address: string, body: object = {}): Promise<ActionDto> {
    return this.actions.change(this.http.put<ActionDto>(address, body));
  }

  private delete(address: string): Promise<ActionDto> {
    return this.actions.change(this.http.delete<ActionDto>(address));
  }
}
