/** Why a letter did not leave, as a person understands it. */
export const mailProblems = [
  'password',
  'unreachable',
  'full',
  'blocked',
  'unknown_address',
  'later',
  'refused',
] as const;
export type MailProblem = (typeof mailProblems)[number];

/** What mail servers write, the first that fits: a 550 alone says less than the words after it. */
const signs: [MailProblem, RegExp][] = [
  ['password', /\bEAUTH\b|\b53[045]\b|invalid login|authentication (failed|required)/i],
  [
    'unreachable',
    /\bE(CONN\w*|TIMEDOUT|NOTFOUND|DNS|SOCKET|HOSTUNREACH|AI_AGAIN)\b|timeout|connection closed/i,
  ],
  ['full', /\b[45]\.2\.2\b|\b[45]52\b|quota|mailbox (is )?full/i],
  ['unknown_address', /\b5\.4\.1 recipient address rejected/i],
  ['blocked', /\b5\.7\.\d+\b|spam|blocked|blacklist|denied|not allowed|relay/i],
  [
    'unknown_address',
    /\b5\.1\.(0|1|2|3|6|10)\b|no such|unknown|does not exist|not found|\b55[0137]\b/i,
  ],
  ['later', /\b4\d\d\b|\b4\.\d\.\d+\b|try again/i],
];

/** The problem in what a mail server said. */
export function mailProblemOf(said: string): MailProblem {
  return signs.find(([, sign]) => sign.test(said))?.[0] ?? 'refused';
}
