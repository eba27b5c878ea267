import heart from 'lucide-static/dist/esm/icons/heart.mjs';
import lightbulb from 'lucide-static/dist/esm/icons/lightbulb.mjs';
import megaphone from 'lucide-static/dist/esm/icons/megaphone.mjs';
import triangleAlert from 'lucide-static/dist/esm/icons/triangle-alert.mjs';
import type { FeedbackKind } from '../domain/feedback.js';

/** The same drawings as on the pages, so that whoever scans the poster knows them again. */
const drawings: Record<FeedbackKind, string> = {
  anomaly: triangleAlert,
  suggestion: lightbulb,
  complaint: megaphone,
  compliment: heart,
};

/** Side of the square they are drawn in. */
const side = 24;

/** Draws the pictogram of a kind of feedback in lines, in a square of this size. */
export function drawPictogram(
  doc: PDFKit.PDFDocument,
  kind: FeedbackKind,
  at: { x: number; y: number; size: number; colour: string },
): void {
  doc.save().translate(at.x, at.y);
  doc.scale(at.size / side);
  doc.lineWidth(2).lineCap('round').lineJoin('round').strokeColor(at.colour);
  for (const [, line = ''] of drawings[kind].matchAll(/<path d="([^"]+)"/g)) {
    doc.path(line).stroke();
  }
  doc.restore();
}
