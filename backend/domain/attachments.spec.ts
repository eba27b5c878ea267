import { describe, expect, it } from '@jest/globals';
import { attachmentAccept, fileLabel, refuseTooMany } from './attachments.js';

describe('the label of a file', () => {
  it.each([
    ['photo.jpg', 'photo.jpg'],
    ['Été à l’accueil.JPEG', 'Été à l’accueil.jpg'],
    ['/etc/passwd', 'passwd.jpg'],
    ['..\\..\\windows\\system.ini', 'system.jpg'],
    ['..', 'image.jpg'],
    ['.htaccess', 'htaccess.jpg'],
    ['.png', 'image.jpg'],
    ['', 'image.jpg'],
    ['facture.exe', 'facture.jpg'],
    ['facture.pdf.exe', 'facture.pdf.jpg'],
    ['rapport\u202Egpj.exe', 'rapport gpj.jpg'],
    ['a\u0000b\r\nc\u200bd.png', 'a b c d.jpg'],
    ['a\ud800b.png', 'a b.jpg'],
    ['"><script>alert(1).png', 'script alert(1).jpg'],
    [`${'é'.repeat(300)}.png`, `${'é'.repeat(80)}.jpg`],
    [`${'👩'.repeat(300)}.png`, `${'👩'.repeat(80)}.jpg`],
    ['e\u0301.png', 'é.jpg'],
  ])('%j is %j', (sent, label) => expect(fileLabel(sent, 'jpeg')).toBe(label));

  it('names what has no name by its kind', () => {
    expect(fileLabel('', 'pdf')).toBe('document.pdf');
    expect(fileLabel('', 'webm')).toBe('audio.webm');
  });
});

it('one more than the most is refused', () => {
  expect(() => refuseTooMany(4, 5)).not.toThrow();
  expect(() => refuseTooMany(5, 5)).toThrow('attachment.too_many');
});

it('a chooser offers no format that is refused', () => {
  expect(attachmentAccept).not.toMatch(/heic|svg|gif|\*/);
});
