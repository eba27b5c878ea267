import { HttpClient } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { ShowOnWallDto, WallPlaceDto } from '../../../backend/wall/wall.dto';
import { I18n } from '../i18n/i18n';
import { Toasts } from '../ui/toasts';

/** What can be done with the wall. Each promise fails with an ApiError. */
@Service()
export class WallClient {
  private readonly http = inject(HttpClient);
  private readonly toasts = inject(Toasts);
  private readonly t = inject(I18n).t;

  async show(feedbackId: string, { words, outcome }: ShowOnWallDto): Promise<void> {
    const choice = { words: words.trim(), ...(outcome?.trim() && { outcome: outcome.trim() }) };
    await firstValueFrom(this.http.put<WallPlaceDto>(`/api/feedback/${feedbackId}/wall`, choice));
  }

  /** Takes words off, and offers to put them back as they were; `then` draws what has changed. */
  async withdraw(
    feedbackId: string,
    { words, outcome }: { words: string; outcome: string | null },
    then: () => void,
  ): Promise<void> {
    await firstValueFrom(this.http.delete<WallPlaceDto>(`/api/feedback/${feedbackId}/wall`));
    then();
    this.toasts.show(this.t('wall.withdrawn'), async () => {
      await this.show(feedbackId, { words, ...(outcome !== null && { outcome }) });
      then();
    });
  }
}
