import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Logger, type ArgumentsHost } from '@nestjs/common';
import { QueryFailedError } from 'typeorm';
import { ErrorsFilter } from './errors.filter.js';

const filter = new ErrorsFilter({ page: () => null });

/** What leaves when this is thrown. */
function told(thrown: Error): unknown[] {
  const sent: unknown[] = [];
  const reply = {
    status(status: number): unknown {
      sent.push(status);
      return reply;
    },
    send: ({ code }: { code: string }) => sent.push(code),
  };
  const http = {
    getRequest: () => ({ method: 'POST', headers: {}, routeOptions: {} }),
    getResponse: (): unknown => reply,
  };
  filter.catch(thrown, { switchToHttp: () => http } as unknown as ArgumentsHost);
  return sent;
}

describe('a database that fails', () => {
  beforeAll(() => void Logger.overrideLogger(false));
  afterAll(() => void Logger.overrideLogger(true));

  const fault = (message: string, code?: string): Error =>
    Object.assign(new Error(message), { code });

  it.each([
    ['is cut off', fault('Connection terminated unexpectedly'), 503, 'database.down'],
    ['resets the line', fault('read ECONNRESET', 'ECONNRESET'), 503, 'database.down'],
    ['is being stopped', fault('terminating connection', '57P01'), 503, 'database.down'],
    ['has no connection left', fault('too many clients', '53300'), 503, 'database.down'],
    ['has no room left', fault('could not extend file', '53100'), 507, 'disk.full'],
    ['breaks a tie', fault('deadlock detected', '40P01'), 409, 'busy'],
    ['meets what it does not know', fault('syntax error', '42601'), 500, 'fault'],
  ])('and %s is told the same, during a query and before it', (_, error, status, code) => {
    expect(told(error)).toEqual([status, code]);
    expect(told(new QueryFailedError('INSERT', [], error))).toEqual([status, code]);
  });
});
