import { describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { redraw } from './image.js';

describe('images that come all at once', () => {
  it('wait in a row that has an end, and the next ones are taken again', async () => {
    const create = { width: 8, height: 8, channels: 3, background: 'white' } as const;
    const bytes = await sharp({ create }).png().toBuffer();
    const many = Array.from({ length: 40 }, () => redraw(bytes, 'png'));
    const told = await Promise.allSettled(many);
    const refused = told.filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(24);
    expect(refused[0]).toMatchObject({ reason: { kind: 'excessive', code: 'rate.exceeded' } });
    await expect(redraw(bytes, 'png')).resolves.toBeInstanceOf(Buffer);
  });
});
