import { describe, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { filesUnder, root } from './sources.js';

const french = [...filesUnder('backend'), ...filesUnder('frontend')].filter((path) =>
  /[/.]fr\.ts$/.test(path),
);

describe.each(french)('%s', (path) => {
  const sibling = path.replace(/fr\.ts$/, 'en.ts');

  it('has its English beside it, with the same keys, and no sentence empty', async () => {
    expect(existsSync(join(root, sibling))).toBe(true);
    const [fr, en] = await Promise.all([wordsOf(path), wordsOf(sibling)]);
    expect([...en.keys()].sort()).toEqual([...fr.keys()].sort());
    const empty = [...fr, ...en].filter(([, sentence]) => sentence === '').map(([key]) => key);
    expect(empty).toEqual([]);
  });

  it('fills the same gaps in both languages', async () => {
    const [fr, en] = await Promise.all([wordsOf(path), wordsOf(sibling)]);
    const differing = [...fr]
      // A singular may do without its number: « un jour », “one day”.
      .filter(([key]) => !/_(zero|one)$/.test(key))
      .filter(([key, sentence]) => gapsOf(sentence) !== gapsOf(en.get(key)))
      .map(([key]) => key);
    expect(differing).toEqual([]);
  });
});

/** Every sentence by its path, from whatever single object the file exports. */
async function wordsOf(path: string): Promise<Map<string, unknown>> {
  const file = (await import(pathToFileURL(join(root, path)).href)) as object;
  const words = new Map<string, unknown>();
  const walk = (value: unknown, at: string): void => {
    if (typeof value !== 'object' || value === null) words.set(at, value);
    else for (const [key, below] of Object.entries(value)) walk(below, at ? `${at}.${key}` : key);
  };
  for (const exported of Object.values(file)) walk(exported, '');
  return words;
}

const gapsOf = (sentence: unknown): string =>
  typeof sentence === 'string'
    ? [...new Set(sentence.match(/\{\{\s*-?\s*\w+/g) ?? [])]
        .map((gap) => gap.replace(/[^\w]/g, ''))
        .sort()
        .join()
    : typeof sentence;
