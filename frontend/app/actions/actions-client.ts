import { HttpClient } from '@angular/common/http';
import { Service, inject, signal } from '@angular/core';
import { firstValueFrom, type Observable } from 'rxjs';
import type { EditActionDto } from '../../../backend/actions/action-words.dto';
import type {
  ActionDto,
  CancelActionDto,
  OpenActionDto,
  ReportProgressDto,
} from '../../../backend/actions/actions.dto';
import type {
  DecideDeferralDto,
  RescheduleActionDto,
} from '../../../backend/actions/deferrals.dto';
import type { GiveVerdictDto } from '../../../backend/effects/effect.dto';

const room = '/api/actions';

/** What can be done about an action. Each promise fails with an ApiError. */
@Service()
export class ActionsClient {
  private readonly http = inject(HttpClient);
  private readonly last = signal<ActionDto | null>(null);

  /** The last action changed from here, as the server then told it; pages that show it follow. */
  readonly changed = this.last.asReadonly();

  open(plan: OpenActionDto): Promise<ActionDto> {
    return this.change(this.http.post<ActionDto>(room, plan));
  }

  /** Changes its words; `action.changed` where somebody did since they were read. */
  edit(id: string, change: EditActionDto): Promise<ActionDto> {
    return this.change(this.http.put<ActionDto>(`${room}/${id}`, change));
  }

  report(id: string, report: ReportProgressDto): Promise<ActionDto> {
    return this.change(this.http.post<ActionDto>(`${room}/${id}/progress`, report));
  }

  verify(id: string, verdict: GiveVerdictDto): Promise<ActionDto> {
    return this.change(this.http.put<ActionDto>(`${room}/${id}/verdict`, verdict));
  }

  cancel(id: string, cancellation: CancelActionDto): Promise<ActionDto> {
    return this.change(this.http.put<ActionDto>(`${room}/${id}/cancellation`, cancellation));
  }

  reschedule(id: string, change: RescheduleActionDto): Promise<ActionDto> {
    return this.change(this.http.put<ActionDto>(`${room}/${id}/due-date`, change));
  }

  /** Its owner asks for a later due date. */
  ask(id: string, change: RescheduleActionDto): Promise<ActionDto> {
    return this.change(this.http.post<ActionDto>(`${room}/${id}/deferrals`, change));
  }

  withdraw(id: string, deferralId: string): Promise<ActionDto> {
    return this.change(this.http.delete<ActionDto>(`${room}/${id}/deferrals/${deferralId}`));
  }

  /** Its owner works on it after all. */
  ownAgain(id: string): Promise<ActionDto> {
    return this.change(this.http.delete<ActionDto>(`${room}/${id}/disowning`));
  }

  /** It stays its owner's, who is told why. */
  keepOwner(id: string, reason: string): Promise<ActionDto> {
    return this.change(this.http.put<ActionDto>(`${room}/${id}/disowning/refusal`, { reason }));
  }

  decide(id: string, deferralId: string, decision: DecideDeferralDto): Promise<ActionDto> {
    const address = `${room}/${id}/deferrals/${deferralId}/decision`;
    return this.change(this.http.put<ActionDto>(address, decision));
  }

  /** Sends a change, and tells every page that shows the action. */
  async change(request: Observable<ActionDto>): Promise<ActionDto> {
    const told = await firstValueFrom(request);
    this.last.set(told);
    return told;
  }
}
