import { compose } from '../../../backend/mail/compose';
import { inLook } from './look';

describe('the look of a letter', () => {
  const head = { language: 'fr', organization: 'CCAS', colour: '#0f5c63' };

  it.each([
    ['light', '@media not all'],
    ['dark', '@media all'],
  ] as const)('%s is what the page says, not the device', (look, media) => {
    const html = inLook(compose(head, []).html, look);
    expect(html).toContain(`${media} {`);
    expect(html).toContain(`<meta name="color-scheme" content="${look}">`);
    expect(html).not.toContain('prefers-color-scheme');
  });
});
