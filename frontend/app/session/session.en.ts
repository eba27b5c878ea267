import type { Translation } from '../i18n/words';
import type { words as french } from './session.fr';

export const words: Translation<typeof french> = {
  title: 'Sign in',
  lead: 'Every voice deserves a follow-up.',
  story:
    'What a person tells us is heard, understood, and acted upon; the effect is measured. Then we answer them.',
  email: 'E-mail address',
  password: 'Password',
  show: 'Show the password',
  newPassword: 'Choose a password',
  newPasswordHint:
    '{{count}} characters at least. A sentence that is easy to remember does very well.',
  signIn: 'Sign in',
  noAccount: 'No account? Your administrator can invite you.',
  publicTitle: 'Do you have a follow-up code?',
  publicLink: 'Follow my request',
  expiredTitle: 'Your session has ended',
  expired: 'Nothing you wrote is lost. Give your password to carry on where you were.',
  another: 'Use another account',
  continue: 'Carry on',
  signOut: 'Sign out',
};
