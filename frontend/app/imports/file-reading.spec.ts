import { resource } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { beforeEach, expect, test } from '@jest/globals';
import { FileReading } from './file-reading';

type Mapping = {
  fields: ('kind' | 'title' | '')[];
  values: { field: 'kind'; text: string; to: string }[];
};
type Draft = {
  columns: string[];
  mapping: Mapping;
  unknown: { field: 'kind'; text: string; count: number }[];
};

const draftOf = (mapping: Mapping): Draft => ({ columns: ['A', 'B'], mapping, unknown: [] });

/** What was sent, with what its answer awaits. */
let sent: { mapping: Mapping; answer: () => void; fail: (why: unknown) => void }[];
let reading: FileReading<'kind' | 'title', 'kind', Mapping, Draft>;

/** Lets what was chosen leave, and what was answered arrive. */
const settle = () => new Promise((done) => setTimeout(done));

beforeEach(async () => {
  sent = [];
  reading = TestBed.runInInjectionContext(() => {
    const defaultValue = draftOf({ fields: ['', ''], values: [] });
    const read = resource({ loader: () => Promise.resolve(defaultValue), defaultValue });
    return new FileReading(
      read,
      (mapping) =>
        new Promise((done, fail) => {
          sent.push({ mapping, answer: () => done(draftOf(mapping)), fail });
        }),
    );
  });
  TestBed.tick();
  await settle();
});

test('a choice shows at once, and each leaves when the one before has arrived', async () => {
  reading.column(0, 'kind');
  reading.column(1, 'title');
  expect(reading.mapping()?.fields).toEqual(['kind', 'title']);
  await settle();
  expect(sent.map(({ mapping }) => mapping.fields)).toEqual([['kind', '']]);
  sent[0]?.answer();
  await settle();
  expect(sent.map(({ mapping }) => mapping.fields).at(-1)).toEqual(['kind', 'title']);
  // The answer to the first says nothing of the second.
  expect(reading.mapping()?.fields).toEqual(['kind', 'title']);
});

test('a choice that failed is told, and the next one still leaves', async () => {
  reading.column(0, 'kind');
  await settle();
  sent[0]?.fail('lost');
  await settle();
  expect(reading.failure()).toBe('lost');
  reading.column(0, 'title');
  await settle();
  sent[1]?.answer();
  await settle();
  expect(reading.failure()).toBeNull();
});

test('a word is given one meaning, or none again', () => {
  reading.decide('kind', 'ravi', 'compliment');
  reading.decide('kind', 'ravi', 'complaint');
  expect(reading.words()).toEqual([
    { field: 'kind', text: 'ravi', to: 'complaint', count: 0, open: false },
  ]);
  reading.decide('kind', 'ravi', 'none');
  expect(reading.words()).toEqual([]);
});
