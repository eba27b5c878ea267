import { HttpClient } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import { firstValueFrom, type Observable } from 'rxjs';
import type {
  AnalysisDto,
  SaveCauseDto,
  SaveParticipantDto,
  UpdateAnalysisDto,
} from '../../../backend/analyses/analyses.dto';

const room = '/api/analyses';

/** What can be done about an analysis. Each promise fails with an ApiError. */
@Service()
export class AnalysesClient {
  private readonly http = inject(HttpClient);

  /** Opens the analysis of a feedback, or gives the one that is open already. */
  open(feedbackId: string): Promise<AnalysisDto> {
    return told(this.http.post<AnalysisDto>(room, { feedbackIds: [feedbackId] }));
  }

  update(id: string, words: UpdateAnalysisDto): Promise<AnalysisDto> {
    return told(this.http.put<AnalysisDto>(`${room}/${id}`, words));
  }

  link(id: string, feedbackId: string): Promise<AnalysisDto> {
    return told(this.http.put<AnalysisDto>(`${room}/${id}/feedback/${feedbackId}`, {}));
  }

  unlink(id: string, feedbackId: string): Promise<AnalysisDto> {
    return told(this.http.delete<AnalysisDto>(`${room}/${id}/feedback/${feedbackId}`));
  }

  saveCause(id: string, causeId: string, cause: SaveCauseDto): Promise<AnalysisDto> {
    return told(this.http.put<AnalysisDto>(`${room}/${id}/causes/${causeId}`, cause));
  }

  removeCause(id: string, causeId: string): Promise<AnalysisDto> {
    return told(this.http.delete<AnalysisDto>(`${room}/${id}/causes/${causeId}`));
  }

  join(id: string, participantId: string, who: SaveParticipantDto): Promise<AnalysisDto> {
    return told(this.http.put<AnalysisDto>(`${room}/${id}/participants/${participantId}`, who));
  }

  leave(id: string, participantId: string): Promise<AnalysisDto> {
    return told(this.http.delete<AnalysisDto>(`${room}/${id}/participants/${participantId}`));
  }

  conclude(id: string): Promise<AnalysisDto> {
    return told(this.http.put<AnalysisDto>(`${room}/${id}/conclusion`, {}));
  }

  reopen(id: string): Promise<AnalysisDto> {
    return told(this.http.delete<AnalysisDto>(`${room}/${id}/conclusion`));
  }
}

function told(request: Observable<AnalysisDto>): Promise<AnalysisDto> {
  return firstValueFrom(request);
}
