import { HttpClient } from '@angular/common/http';
import { Service, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';

const room = '/api/mail/letters';

/** What can be done about a letter that did not leave. Each promise fails with an ApiError. */
@Service()
export class LettersClient {
  private readonly http = inject(HttpClient);

  /** Sends it once more, to the corrected address where one is given. */
  async resend(id: string, address?: string): Promise<void> {
    await firstValueFrom(this.http.post(`${room}/${id}/resend`, address ? { address } : {}));
  }

  /** Puts one aside that failed: it is neither listed nor sent any more. */
  async setAside(id: string): Promise<void> {
    await firstValueFrom(this.http.put(`${room}/${id}/aside`, {}));
  }

  async takeBack(id: string): Promise<void> {
    await firstValueFrom(this.http.delete(`${room}/${id}/aside`));
  }

  /** Sends once more all that failed; gives how many. */
  async resendAll(): Promise<number> {
    const sent = this.http.post<{ count: number }>(`${room}/resend`, {});
    return (await firstValueFrom(sent)).count;
  }
}
