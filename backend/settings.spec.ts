import { describe, expect, it } from '@jest/globals';
import { StartError } from './database/start-error.js';
import { readSettings, Settings } from './settings.js';

const refusal = (environment: NodeJS.ProcessEnv): string => {
  try {
    readSettings(environment);
  } catch (error) {
    expect(error).toBeInstanceOf(StartError);
    return (error as StartError).message;
  }
  return '';
};

const port = 'a whole number from 0 to 65535, such as 3000';
const postgres = 'an address such as postgres://boucle:secret@db.example.org:5432/boucle';
const redis = 'an address such as redis://cache.example.org:6379';
const smtp = 'an address such as smtp://user:secret@mail.example.org:587';
const pages = 'an address such as https://boucle.example.org';
const sender = 'an address such as "Boucle <boucle@example.org>"';

describe('the settings', () => {
  it.each([
    ['PORT', 'eighty', port],
    ['PORT', '-1', port],
    ['PORT', '65536', port],
    ['PORT', '30.5', port],
    ['DATA_DIR', '  ', 'a folder, such as .data'],
    ['DATABASE_URL', 'db.example.org', postgres],
    ['DATABASE_URL', 'mysql://db.example.org/boucle', postgres],
    ['DATABASE_URL', 'postgres://boucle:secret@db.example.org:port/boucle', postgres],
    ['REDIS_URL', 'cache.example.org:6379', redis],
    ['REDIS_URL', 'redis://cache.example.org:many', redis],
    ['SMTP_URL', 'mail.example.org:587', smtp],
    ['SMTP_URL', 'smtp://mail .example.org', smtp],
    ['PUBLIC_URL', 'boucle.example.org', pages],
    ['PUBLIC_URL', 'ftp://boucle.example.org', pages],
    ['MAIL_FROM', 'Boucle', sender],
    ['MAIL_FROM', 'boucle@', sender],
    ['BOUNCE_ADDRESS', 'retours', 'an address such as retours@ccas.example'],
    ['DEMO', 'yes', '1 or 0'],
  ])('%s=%s is refused, with what it should look like', (name, value, expected) => {
    const shown = value.replace(':secret@', ':…@');
    expect(refusal({ [name]: value })).toBe(`${name} is "${shown}"; it should be ${expected}.`);
  });

  it('are refused together, a line each', () => {
    const lines = refusal({ PORT: 'x', DEMO: 'x', REDIS_URL: 'x' }).split('\n');
    expect(lines.map((line) => line.split(' ')[0]).sort()).toEqual(['DEMO', 'PORT', 'REDIS_URL']);
  });

  it('are the default ones where nothing is said, and empty says nothing', () => {
    const names = [
      ...['PORT', 'DATA_DIR', 'DATABASE_URL', 'REDIS_URL'],
      ...['SMTP_URL', 'MAIL_FROM', 'PUBLIC_URL', 'DEMO'],
    ];
    const empty = Object.fromEntries(names.map((name) => [name, '']));
    expect(readSettings(empty)).toEqual(new Settings());
    expect(readSettings({})).toEqual(new Settings());
    expect(new Settings()).toMatchObject({ PORT: 3000, DATA_DIR: '.data', DEMO: true });
  });

  it('are read', () => {
    const read = readSettings({
      PORT: '0',
      DATA_DIR: '/srv/boucle',
      DATABASE_URL: 'postgresql://boucle:s%40cret@[::1]:5433/boucle?sslmode=require',
      REDIS_URL: 'rediss://cache.example.org:6380',
      SMTP_URL: 'smtps://mail.example.org',
      MAIL_FROM: 'CCAS de Valmont <ccas@valmont.example>',
      PUBLIC_URL: 'https://boucle.example.org/ville//',
      DEMO: '0',
      PATH: 'left alone',
    });
    expect(read).toMatchObject({ PORT: 0, DEMO: false });
    expect(read.PUBLIC_URL).toBe('https://boucle.example.org/ville');
    expect(read).not.toHaveProperty('PATH');
  });

  it('take a bare sender, and a database behind a socket', () => {
    const environment = {
      MAIL_FROM: 'ccas@valmont.example',
      DATABASE_URL: 'postgres:///boucle?host=/run/postgresql',
    };
    expect(readSettings(environment)).toMatchObject(environment);
  });
});
