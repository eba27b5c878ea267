import sharp from 'sharp';
import { imagePixelsMaximum, imageSide } from '../domain/attachments.js';
import { Refusal } from '../domain/refusal.js';

/** How many images may wait for their turn: each is held with all that was sent beside it. */
const queueMaximum = 16;

let last: Promise<unknown> = Promise.resolve();
let queue = 0;

/** One image at a time: a decoded one weighs a hundred times what was sent. */
async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (queue >= queueMaximum) throw new Refusal('excessive', 'rate.exceeded');
  queue += 1;
  const turn = last.then(work).finally(() => (queue -= 1));
  last = turn.catch(() => undefined);
  return turn;
}

/**
 * The image drawn anew, upright and no larger than is needed. What it does not show is gone: where
 * and when it was taken, with what, and anything that was hidden in the file.
 * @throws Refusal `attachment.broken`, or `rate.exceeded` while too many wait.
 */
export function redraw(bytes: Buffer, format: 'jpeg' | 'png' | 'webp'): Promise<Buffer> {
  return inTurn(async () => {
    try {
      return await sharp(bytes, { limitInputPixels: imagePixelsMaximum, failOn: 'error' })
        .autoOrient()
        .resize({ width: imageSide, height: imageSide, fit: 'inside', withoutEnlargement: true })
        .toFormat(format, { quality: 82 })
        .timeout({ seconds: 30 })
        .toBuffer();
    } catch {
      throw new Refusal('invalid', 'attachment.broken');
    }
  });
}
