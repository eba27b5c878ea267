import sharp from 'sharp';
import { imagePixelsMaximum, imageSide } from '../domain/attachments.js';
import { Refusal } from '../domain/refusal.js';

let last: Promise<unknown> = Promise.resolve();

/** One image at a time: a decoded one weighs a hundred times what was sent. */
function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  const turn = last.then(work);
  last = turn.catch(() => undefined);
  return turn;
}

/**
 * The image drawn anew, upright and no larger than is needed. What it does not show is gone: where
 * and when it was taken, with what, and anything that was hidden in the file.
 * @throws Refusal `attachment.broken`.
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
