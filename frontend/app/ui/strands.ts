import { Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ThreadPoint, ThreadStep } from '../../../backend/domain/thread';

/** One of several that join the thread at a point: a voice, an analysis, an action, an answer. */
export interface Strand {
  point: ThreadPoint;
  name: string;
  /** What is known of it, in a few words. */
  note: string;
  /** Its page, where the reader may open it. */
  link: string | null;
  state: ThreadStep['state'];
}

/** What joins the thread at one of its points: a plain list, drawn as branches. */
@Component({
  selector: 'boucle-strands',
  imports: [RouterLink],
  template: `
    <ul>
      @for (strand of of(); track $index) {
        <li [class]="strand.state">
          @if (strand.link; as link) {
            <a [routerLink]="link">{{ strand.name }}</a>
          } @else {
            <span>{{ strand.name }}</span>
          }
          @if (strand.note) {
            &ngsp;<span class="note">{{ strand.note }}</span>
          }
        </li>
      }
    </ul>
  `,
  styleUrl: './strands.css',
})
export class Strands {
  readonly of = input.required<readonly Strand[]>();
}
