import { describe, expect, it } from '@jest/globals';
import { replyText } from './reply-text.js';

describe('the new part of a reply', () => {
  it.each([
    ['alone', 'Le devis est signé.\r\n\r\nMerci', 'Le devis est signé.\n\nMerci'],
    [
      'above Gmail’s quote',
      'Fait.\n\nLe lun. 24 nov. 2026 à 07:00, Boucle <b@x.fr> a écrit :\n\n> Bonjour\n> -- \n',
      'Fait.',
    ],
    [
      'above an attribution of two lines',
      'Done.\n\nOn Mon, Nov 24, 2026 at 7:00 AM Boucle\n<b@x.example> wrote:\n> Hello',
      'Done.',
    ],
    [
      'above Outlook’s copy',
      'C’est fait.\n\n________________________________\nDe : Boucle <b@x.fr>\nObjet : 3 sujets\n\nBonjour',
      'C’est fait.',
    ],
    ['above a header alone', 'Fait\n\nDe : Boucle <b@x.fr>\nEnvoyé : lundi\nBonjour', 'Fait'],
    ['above an original message', "Fait\n\n-----Message d'origine-----\nBonjour", 'Fait'],
    [
      'below and between quotes',
      'Le 24/11/2026, Boucle a écrit :\n> La rampe ?\nCommandée.\n> La porte ?\nPosée.',
      'Commandée.\nPosée.',
    ],
    ['without signs that are no letters', 'Fa\0it.', 'Fait.'],
    ['without a signature', 'Fait.\n-- \nPaul, services techniques', 'Fait.'],
    ['without what a phone adds', 'Fait.\n\nEnvoyé de mon iPhone', 'Fait.'],
    ['that only quotes', '> Bonjour\n> tout', ''],
    [
      'that speaks of whoever wrote',
      'Le maire nous a écrit : il est d’accord.',
      'Le maire nous a écrit : il est d’accord.',
    ],
    ['that starts with « De »', 'De : rien du tout', 'De : rien du tout'],
  ])('%s', (_, text, own) => {
    expect(replyText(text)).toBe(own);
  });
});
