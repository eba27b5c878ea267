import { describe, expect, it } from '@jest/globals';
import { newReference, readCode, spellCode } from './codes.js';

describe('a code', () => {
  it('is spelt in groups of five, with no letter that reads as a digit', () => {
    const all = spellCode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
    expect(all.split('-').every((group, index) => group.length === (index < 51 ? 5 : 1))).toBe(
      true,
    );
    expect(new Set(all.replaceAll('-', '')).size).toBe(32);
    expect(all).not.toMatch(/[ILOU]/);
    expect(spellCode(new Uint8Array())).toBe('');
  });

  it.each([
    '7K3QX-9M2VT',
    '7k3qx-9m2vt',
    '7K3QX9M2VT',
    ' 7k3 qx9 m2vt ',
    '7K3QX—9M2VT',
    '7.K.3.Q.X.9.M.2.V.T',
  ])('is read as people type it: %s', (typed) => expect(readCode(typed)).toBe('7K3QX-9M2VT'));

  it('reads O as 0, and I and L as 1', () => {
    expect(readCode('oO0iI-lL1zz')).toBe('00011-111ZZ');
  });

  it('comes back from its spelling, whatever the bytes', () => {
    for (let start = 0; start < 256; start += 10) {
      const code = spellCode(Uint8Array.from({ length: 10 }, (_, index) => start + index));
      expect(readCode(code.toLowerCase().replace('-', ' '))).toBe(code);
    }
  });

  it('of a record begins with its year', () => {
    expect(newReference('2026-11-22')).toMatch(/^26-[0-9A-HJKMNP-TV-Z]{6}$/);
    expect(newReference('2026-11-22')).not.toBe(newReference('2026-11-22'));
  });

  it('of nothing is nothing', () => expect(readCode(' -- ')).toBe(''));
});
