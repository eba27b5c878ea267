import { HttpClient } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { FeedbackDto } from '../../../backend/feedback/feedback.dto';
import type {
  SettleTransferDto,
  TransferFeedbackDto,
} from '../../../backend/feedback/transfer.dto';
import { FeedbackClient } from './feedback-client';

const room = '/api/feedback';

/** What joins a feedback to others, or sends it elsewhere. Each promise fails with an ApiError. */
@Service()
export class AsideClient {
  private readonly http = inject(HttpClient);
  private readonly feedback = inject(FeedbackClient);

  /** Joins one to another; the page that shows `open` is told of what it then is. */
  async merge(id: string, into: string, open: string): Promise<void> {
    const told = await firstValueFrom(this.http.put<FeedbackDto>(`${room}/${id}/merge`, { into }));
    await this.show(told, open);
  }

  async split(id: string, open: string): Promise<void> {
    const told = await firstValueFrom(this.http.delete<FeedbackDto>(`${room}/${id}/merge`));
    await this.show(told, open);
  }

  tellApart(id: string, other: string): Promise<void> {
    return firstValueFrom(this.http.put<void>(`${room}/${id}/not-alike/${other}`, {}));
  }

  takeForAlike(id: string, other: string): Promise<void> {
    return firstValueFrom(this.http.delete<void>(`${room}/${id}/not-alike/${other}`));
  }

  /** Tells whether I may still see it. */
  transfer(feedback: FeedbackDto, transfer: TransferFeedbackDto): Promise<boolean> {
    return this.send(feedback, 'transfer', transfer);
  }

  /** Tells whether I may still see it. */
  settle(feedback: FeedbackDto, answer: SettleTransferDto): Promise<boolean> {
    return this.send(feedback, 'transfer/outcome', answer);
  }

  private async send(feedback: FeedbackDto, path: string, body: object): Promise<boolean> {
    const request = this.http.put<FeedbackDto | null>(`${room}/${feedback.id}/${path}`, body);
    const told = await firstValueFrom(request);
    // Out of my sight, it must still leave the lists.
    this.feedback.tell(told ?? { ...feedback });
    return told !== null;
  }

  private async show(told: FeedbackDto, open: string): Promise<void> {
    const shown =
      told.id === open ? told : await firstValueFrom(this.http.get<FeedbackDto>(`${room}/${open}`));
    this.feedback.tell(shown);
  }
}
