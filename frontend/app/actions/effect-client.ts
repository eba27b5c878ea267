import { HttpClient } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { ActionDto } from '../../../backend/actions/actions.dto';
import type { OpenSuccessorDto } from '../../../backend/effects/effect.dto';

/** What can be done about an action's effect, besides the verdict. Each promise fails with an ApiError. */
@Service()
export class EffectClient {
  private readonly http = inject(HttpClient);

  /** Gives the action that takes over. */
  succeed(id: string, plan: OpenSuccessorDto): Promise<ActionDto> {
    return firstValueFrom(this.http.post<ActionDto>(`/api/actions/${id}/successor`, plan));
  }

  dismiss(id: string, feedbackId: string): Promise<void> {
    const address = `/api/actions/${id}/recurrences/${feedbackId}/dismissal`;
    return firstValueFrom(this.http.put<void>(address, {}));
  }

  restore(id: string, feedbackId: string): Promise<void> {
    const address = `/api/actions/${id}/recurrences/${feedbackId}/dismissal`;
    return firstValueFrom(this.http.delete<void>(address));
  }
}
