import { HttpClient } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { BatchChangeDto, BatchDto } from '../../../backend/batches/batches.dto';

/** Which feedback are changed: those that are named, or those that the filters let through. */
export type Many = { ids: string[] } | { filters: Record<string, string | number> };

/** Changes of many feedback at once. */
@Service()
export class ManyClient {
  private readonly http = inject(HttpClient);

  change(many: Many, change: BatchChangeDto): Promise<BatchDto> {
    return firstValueFrom(this.http.post<BatchDto>('/api/feedback/batches', { ...many, change }));
  }

  undo(id: string): Promise<BatchDto> {
    return firstValueFrom(this.http.delete<BatchDto>(`/api/feedback/batches/${id}`));
  }
}
