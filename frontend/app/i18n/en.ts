import { words as domain } from '../../../backend/domain/words.en';
import { words as session } from '../session/session.en';
import { words as shell } from '../shell/shell.en';
import { words as ui } from '../ui/ui.en';
import type { words as french } from './fr';
import type { Translation } from './words';

export const words: Translation<typeof french> = {
  domain,
  session,
  shell,
  ui,
  dates: {
    moment: '{{day}} at {{time}}',
    dueToday: 'due today',
    lateNow: 'late',
    left_one: '{{count}} working day left',
    left_other: '{{count}} working days left',
    late_one: '{{count}} working day late',
    late_other: '{{count}} working days late',
  },
  errors: {
    title: 'That did not work',
    network: {
      down: 'The server is not answering. Check your connection, then try again: what you wrote is kept.',
    },
    status: {
      '400': 'Something needs mending in what was sent.',
      '401': 'Please sign in to carry on.',
      '403': 'Your role does not allow this. Talk to your quality manager.',
      '404': 'This page does not exist, or you may not see it.',
      '409': 'Somebody probably moved things on meanwhile. Reload the page to see where it stands.',
      '410': 'This link is no longer valid.',
      '413': 'This is too large to be sent.',
      '429': 'Too many attempts in a short time. Wait a minute, then try again.',
      '500': 'The server ran into a fault. It has been noted; try again in a moment.',
      '503': 'The service is stopped for a moment. Try again soon.',
    },
  },
};
