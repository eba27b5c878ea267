import { HttpClient } from '@angular/common/http';
import { Service, inject, signal } from '@angular/core';
import { firstValueFrom, type Observable } from 'rxjs';
import type { AttachmentDto } from '../../../backend/attachments/attachments.dto';
import type {
  AnswerFeedbackDto,
  AnswerPreviewDto,
  PreviewAnswerDto,
} from '../../../backend/feedback/answering.dto';
import type {
  DismissFeedbackDto,
  FeedbackDto,
  ResolveFeedbackDto,
} from '../../../backend/feedback/feedback.dto';
import type { QualifyFeedbackDto } from '../../../backend/feedback/qualification.dto';
import type { CreateFeedbackDto, FeedbackReceiptDto } from '../../../backend/feedback/intake.dto';

const room = '/api/feedback';

/** What can be done about a feedback. Each promise fails with an ApiError. */
@Service()
export class FeedbackClient {
  private readonly http = inject(HttpClient);
  private readonly last = signal<FeedbackDto | null>(null);

  /** The last feedback changed from here, as the server then told it; pages that show it follow. */
  readonly changed = this.last.asReadonly();

  log(word: CreateFeedbackDto): Promise<FeedbackReceiptDto> {
    return firstValueFrom(this.http.post<FeedbackReceiptDto>(room, word));
  }

  qualify(id: string, choice: QualifyFeedbackDto): Promise<FeedbackDto> {
    return this.change(this.http.put<FeedbackDto>(`${room}/${id}/qualification`, choice));
  }

  dismiss(id: string, dismissal: DismissFeedbackDto): Promise<FeedbackDto> {
    return this.change(this.http.put<FeedbackDto>(`${room}/${id}/dismissal`, dismissal));
  }

  restore(id: string): Promise<FeedbackDto> {
    return this.change(this.http.delete<FeedbackDto>(`${room}/${id}/dismissal`));
  }

  acknowledge(id: string): Promise<FeedbackDto> {
    return this.change(this.http.put<FeedbackDto>(`${room}/${id}/acknowledgement`, {}));
  }

  takeBackAcknowledgement(id: string): Promise<FeedbackDto> {
    return this.change(this.http.delete<FeedbackDto>(`${room}/${id}/acknowledgement`));
  }

  resolve(id: string, resolution: ResolveFeedbackDto): Promise<FeedbackDto> {
    return this.change(this.http.put<FeedbackDto>(`${room}/${id}/resolution`, resolution));
  }

  /** Adds a file to a feedback; the same bytes sent again are kept once. */
  attach(id: string, file: File): Promise<AttachmentDto> {
    const body = new FormData();
    body.append('file', file, file.name);
    return firstValueFrom(this.http.post<AttachmentDto>(`${room}/${id}/attachments`, body));
  }

  /** The answer as it would leave; nothing is sent. */
  previewAnswer(id: string, answer: PreviewAnswerDto): Promise<AnswerPreviewDto> {
    return firstValueFrom(
      this.http.post<AnswerPreviewDto>(`${room}/${id}/answers/preview`, answer),
    );
  }

  answer(id: string, answer: AnswerFeedbackDto): Promise<FeedbackDto> {
    return this.change(this.http.post<FeedbackDto>(`${room}/${id}/answers`, answer));
  }

  close(id: string): Promise<FeedbackDto> {
    return this.change(this.http.put<FeedbackDto>(`${room}/${id}/closure`, {}));
  }

  reopen(id: string): Promise<FeedbackDto> {
    return this.change(this.http.delete<FeedbackDto>(`${room}/${id}/closure`));
  }

  /** The file may have come with another feedback, which has joined this one. */
  async removeFile(id: string, fileId: string, reason: string): Promise<FeedbackDto> {
    await firstValueFrom(this.http.put(`/api/attachments/${fileId}/removal`, { reason }));
    return this.change(this.http.get<FeedbackDto>(`${room}/${id}`));
  }

  /** Tells the pages what became of one that was changed elsewhere. */
  tell(told: FeedbackDto): void {
    this.last.set(told);
  }

  private async change(request: Observable<FeedbackDto>): Promise<FeedbackDto> {
    const told = await firstValueFrom(request);
    this.last.set(told);
    return told;
  }
}
