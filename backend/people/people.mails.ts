import type { Role } from '../domain/permissions.js';
import type { Letterhead } from '../mail/compose.js';
import type { Draft } from '../mail/outbox.js';
import { say } from '../words/words.js';

export interface Invitation {
  name: string;
  email: string;
  role: Role;
  unit: string;
  /** Null when it was done from the shell. */
  inviter: string | null;
  link: string;
}

/** Invites somebody to choose their password. */
export function invitation(head: Letterhead, guest: Invitation): Draft {
  const { language, organization } = head;
  const { name, email, inviter, unit, link } = guest;
  const role = say(language, `role.${guest.role}`);
  return {
    kind: 'invitation',
    recipient: email,
    subject: say(language, 'mail.invitation.subject', { organization }),
    blocks: [
      { kind: 'paragraph', text: say(language, 'mail.greeting', { name }) },
      {
        kind: 'paragraph',
        text: say(language, 'mail.invitation.body', {
          inviter: inviter ?? organization,
          organization,
          role,
          unit,
        }),
      },
      { kind: 'button', text: say(language, 'mail.invitation.link'), href: link },
      { kind: 'small', text: say(language, 'mail.invitation.expiry') },
    ],
  };
}
