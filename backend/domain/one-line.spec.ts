import { expect, it } from '@jest/globals';
import { inOneLine } from './one-line.js';

it.each([
  ['as it is', 'Alléger la porte', 'Alléger la porte'],
  ['without ends of lines', 'Porte\r\nBcc: x@y.example\u2028fin', 'Porte Bcc: x@y.example fin'],
  ['without a tab', 'Porte\tentrée', 'Porte entrée'],
  ['without what turns its reading round', 'Porte \u202egnp.exe\u202c \u2067x', 'Porte gnp.exe x'],
  ['in Arabic, with its own marks', 'الباب\u200f ثقيل', 'الباب\u200f ثقيل'],
])('a title is told %s', (_, typed, told) => expect(inOneLine(typed)).toBe(told));
