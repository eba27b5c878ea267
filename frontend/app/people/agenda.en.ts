import type { Translation } from '../i18n/words';
import type { words as french } from './agenda.fr';

export const words: Translation<typeof french> = {
  title: 'My calendar',
  lead: 'Your due dates, your steps and the effects you have to verify, in the calendar you use already. It follows by itself what changes.',
  private:
    'The link is yours alone: whoever has it sees your dates without signing in. It tells the titles of actions and steps, their reference and their service; never what a user said, nor their name.',
  make: 'Make my calendar’s link',
  made: 'The link is ready. Copy it now: it will not be shown again.',
  address: 'My calendar’s link',
  copy: 'Copy the link',
  open: 'Open in my calendar',
  how: 'Where to paste it',
  outlook: '“Add calendar”, then “Subscribe from web”.',
  google: '“Other calendars”, the + sign, then “From URL”.',
  apple: '“Open in my calendar”, or “File” then “New Calendar Subscription”.',
  pace: 'Google and Outlook on the web read the link from the Internet and at their own pace: a change may take a day.',
  since: 'Link made',
  read: 'Last read',
  neverRead: 'no calendar has read it yet',
  lost: 'The link cannot be shown again. Did you lose it, or does somebody else have it? Replace it.',
  remake: 'Replace the link',
  remakeTitle: 'Replace your calendar’s link?',
  remakeText: 'The old link will give nothing: paste the new one in each calendar where it was.',
  withdraw: 'Withdraw the link',
  withdrawTitle: 'Withdraw your calendar’s link?',
  withdrawText:
    'It will give nothing, and your dates will leave the calendars where it was. You can make another.',
  withdrawn: 'The link is withdrawn.',
};
