import { Component, inject } from '@angular/core';
import { threadPoints } from '../../../backend/domain/thread';
import { I18n } from '../i18n/i18n';

/**
 * The thread closed into a loop, for the pages that welcome: decorative, and hidden from those who
 * listen, since the words beside it say the same.
 */
@Component({
  selector: 'boucle-loop',
  templateUrl: './loop.html',
  styleUrl: './loop.css',
  host: { 'aria-hidden': 'true' },
})
export class Loop {
  protected readonly t = inject(I18n).t;

  /** Five points around a circle, from the top, clockwise; the last leg is still to be walked. */
  protected readonly points = threadPoints.map((point, rank) => {
    const angle = (rank / threadPoints.length) * 2 * Math.PI - Math.PI / 2;
    const [x, y] = [Math.cos(angle), Math.sin(angle)];
    return {
      point,
      x: 200 + 120 * x,
      y: 200 + 120 * y,
      wordsX: 200 + 152 * x,
      wordsY: 200 + 152 * y + 6,
      anchor: Math.abs(x) < 0.1 ? 'middle' : x > 0 ? 'start' : 'end',
      answered: rank === threadPoints.length - 1,
    };
  });
}
