import { describe, expect, it, test } from '@jest/globals';
import { fileMaximum } from '../../../backend/domain/attachments';
import { problemOf, seemingKind } from './chosen-file';
import { clockOf } from './duration';

describe('what a file seems to be', () => {
  it.each([
    ['photo.jpg', 'image/jpeg', 'image'],
    ['lettre.pdf', 'application/pdf', 'document'],
    ['mémo.m4a', 'audio/x-m4a', 'sound'],
    ['message.webm', 'audio/webm;codecs=opus', 'sound'],
    ['PHOTO.JPEG', '', 'image'],
    ['message.opus', '', 'sound'],
    ['IMG_1.heic', 'image/heic', null],
    [
      'lettre.docx',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      null,
    ],
    ['page.pdf', 'text/html', null],
    ['sans', '', null],
  ])('%s, %s: %s', (name, type, kind) => expect(seemingKind({ name, type })).toBe(kind));
});

test.each([
  ['photo.jpg', 10, 4, null],
  ['photo.jpg', 10, 5, 'too_many'],
  ['photo.jpg', 0, 0, 'empty'],
  ['photo.jpg', fileMaximum, 0, null],
  ['photo.jpg', fileMaximum + 1, 0, 'too_large'],
  ['photo.heic', 10, 0, 'unsupported'],
])('%s of %i bytes after %i others: %s', (name, size, before, problem) => {
  const file = { name, size, type: '' } as File;
  expect(problemOf(file, before)).toBe(problem);
});

test.each([
  [0, '0:00'],
  [7.9, '0:07'],
  [180, '3:00'],
])('%f seconds are %s', (seconds, clock) => expect(clockOf(seconds)).toBe(clock));
