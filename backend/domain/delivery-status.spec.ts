import { describe, expect, it } from '@jest/globals';
import { failureIn, failureInWords, letterNamedIn } from './delivery-status.js';

const report = (...fields: string[]): string =>
  ['Reporting-MTA: dns; mx.exemple.example', '', 'Final-Recipient: rfc822; lou@ici.example']
    .concat(fields)
    .join('\r\n');

describe('a delivery report', () => {
  it.each<[string, string[], string | null]>([
    [
      'what the server said, without the kind of server',
      ['Action: failed', 'Status: 5.1.1', 'Diagnostic-Code: smtp; 550 5.1.1 User unknown'],
      '550 5.1.1 User unknown',
    ],
    [
      'the lines of an answer as one',
      [
        ...['Action: failed', 'Status: 5.2.2', 'Diagnostic-Code: smtp; 552-5.2.2 The mailbox'],
        ' 552-5.2.2 of this person',
        '\t552 5.2.2 is full',
      ],
      '552-5.2.2 The mailbox of this person is full',
    ],
    ['its status where it says nothing', ['Action: failed', 'Status: 5.4.4'], '5.4.4'],
    [
      'its status before words that have none',
      ['Action: failed', 'Status: 5.1.1', 'Diagnostic-Code: X-Postfix; unknown user: "lou"'],
      '5.1.1 unknown user: "lou"',
    ],
    [
      'a failure in capitals, with a comment',
      ['ACTION: Failed (really)', 'status: 5.1.1 (bad destination)'],
      '5.1.1',
    ],
    [
      'the failure among several people',
      [
        ...['Action: delivered', 'Status: 2.0.0', ''],
        ...['Final-Recipient: rfc822; autre@ici.example', 'Action: failed', 'Status: 5.1.1'],
      ],
      '5.1.1',
    ],
    ['nothing of a delay', ['Action: delayed', 'Status: 4.4.1'], null],
    ['nothing of a delay with a stern status', ['Action: delayed', 'Status: 5.1.1'], null],
    ['nothing of what may still be taken', ['Action: failed', 'Status: 4.2.2'], null],
    ['nothing of a delivery', ['Action: delivered', 'Status: 2.1.5'], null],
    ['nothing of no action', ['Status: 5.1.1'], null],
    ['nothing of no status', ['Action: failed'], null],
    ['nothing of what is no report', ['Bonjour', ': :', ''], null],
  ])('tells %s', (_, fields, reason) => expect(failureIn(report(...fields))).toBe(reason));

  it('is read with any ends of lines', () => {
    const unix = report('Action: failed', 'Status: 5.1.1').replaceAll('\r\n', '\n');
    expect(failureIn(unix)).toBe('5.1.1');
    expect(failureIn('')).toBeNull();
  });
});

describe('a notice for people', () => {
  const notice = (...said: string[]): string =>
    [
      'A message that you sent could not be delivered to one or more of its',
      'recipients. This is a permanent error. The following address(es) failed:',
      ...['', '  lou@ici.example', ...said, ''],
      '------ This is a copy of the message, including all the headers. ------',
      '550 5.1.1 in the copy',
    ].join('\n');

  it.each<[string, string[], string | null]>([
    [
      'what the server said',
      [
        '    host mx.ici.example [192.0.2.1]',
        '    SMTP error after RCPT TO:',
        '    550 No such user',
      ],
      '550 No such user',
    ],
    ['what may be kept of it', ['    550 No\0such user'], '550 No such user'],
    ['what Exim itself found', ['    Unrouteable address'], 'lou@ici.example Unrouteable address'],
    ['nothing of what may still be taken', ['    451 4.7.1 Later: retry timeout exceeded'], null],
  ])('tells %s', (_, said, reason) => expect(failureInWords(notice(...said))).toBe(reason));
});

describe('the letter that is named', () => {
  const id = '0193aaaa-bbbb-7ccc-8ddd-eeeeeeeeeeee';

  it.each<[string, string | null]>([
    [`Message-ID: <${id}@boucle.example>`, id],
    [`Subject: x\r\nMessage-Id:\r\n <${id.toUpperCase()}@boucle.example>\r\n`, id],
    [`In-Reply-To: <${id}@boucle.example>`, null],
    [`Message-ID: <${id}>`, null],
    ['Message-ID: <quelconque@exemple.example>', null],
    ['', null],
  ])('in %j', (headers, letter) => expect(letterNamedIn(headers)).toBe(letter));
});
