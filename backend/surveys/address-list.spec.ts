import { describe, expect, it } from '@jest/globals';
import { readAddressList } from './address-list.js';

describe('a pasted list', () => {
  it.each<[string, string[], [number, string][]]>([
    ['lou@exemple.example', ['lou@exemple.example'], []],
    [
      'a@x.example\nb@x.example\r\n\r\nc@x.example\rd@x.example',
      ['a@x.example', 'b@x.example', 'c@x.example', 'd@x.example'],
      [],
    ],
    ['a@x.example, b@x.example; c@x.example;', ['a@x.example', 'b@x.example', 'c@x.example'], []],
    ['Lou Berger <Lou@X.example>', ['lou@x.example'], []],
    [
      '"Berger, Lou" <lou@x.example>, Berger, Zoé <zoe@x.example>',
      ['lou@x.example', 'zoe@x.example'],
      [],
    ],
    ['Berger;Lou;lou@x.example', ['lou@x.example'], []],
    ['Berger\tLou\tlou@x.example', ['lou@x.example'], []],
    ['lou@x.example <lou@x.example>', ['lou@x.example'], []],
    ['a@x.example\nA@X.EXAMPLE', ['a@x.example'], []],
    ['', [], []],
    ['Nom;Courriel\nlou@x.example', ['lou@x.example'], [[1, 'Nom;Courriel']]],
    ['a@x.example\n\nlou arobase x.example', ['a@x.example'], [[3, 'lou arobase x.example']]],
    ['a@x.example, lou@x', ['a@x.example'], [[1, 'lou@x']]],
    ['a@@x.example', [], [[1, 'a@@x.example']]],
    ['a@x.example b@x.example', [], [[1, 'b@x.example a@x.example']]],
    [`${'l'.repeat(250)}@x.example`, [], [[1, `${'l'.repeat(80)}…`]]],
  ])('%j', (text, addresses, unreadable) => {
    expect(readAddressList(text)).toEqual({
      addresses,
      unreadable: unreadable.map(([line, said]) => ({ line, text: said })),
    });
  });

  it('of two thousand is read at once', () => {
    const text = Array.from({ length: 2000 }, (_, n) => `Personne ${n} <p${n}@x.example>`);
    expect(readAddressList(text.join('\n')).addresses).toHaveLength(2000);
  });
});
