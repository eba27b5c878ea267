import { describe, expect, it } from '@jest/globals';
import { mailProblemOf, type MailProblem } from './mail-problem.js';

describe('what a mail server said', () => {
  it.each<[string, MailProblem]>([
    ["Can't send mail - all recipients were rejected: 550 No such user here", 'unknown_address'],
    ['550 5.1.1 <x@exemple.example>: Recipient address rejected: User unknown', 'unknown_address'],
    ['550 5.7.1 Message rejected as spam by Content Filtering.', 'blocked'],
    ['554 5.7.1 <x@exemple.example>: Relay access denied', 'blocked'],
    ['550 5.7.26 This mail is unauthenticated. Authentication results: DKIM = fail', 'blocked'],
    ['550 5.4.1 Recipient address rejected: Access denied.', 'unknown_address'],
    ['550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found', 'unknown_address'],
    ['552 5.2.2 The email account is over quota', 'full'],
    ['452 4.2.2 Mailbox full', 'full'],
    ['451 4.7.1 Greylisting in action, please come back later', 'later'],
    ['421 Too many connections', 'later'],
    ['connect ECONNREFUSED 127.0.0.1:25', 'unreachable'],
    ['getaddrinfo ENOTFOUND smtp.exemple.example', 'unreachable'],
    ['Greeting timeout', 'unreachable'],
    ['Invalid login: 535 5.7.8 Authentication failed', 'password'],
    ['554 Transaction failed', 'refused'],
    ['', 'refused'],
  ])('%s', (said, problem) => expect(mailProblemOf(said)).toBe(problem));
});
