import type { fr } from './fr.js';

/** What the server says in English. */
export const en: Record<keyof typeof fr, string> = {
  fault:
    'Something went wrong on our side. Try again in a moment; if it lasts, tell your administrator.',
  busy: 'Somebody else is changing this at the same moment. Try again.',
  'database.down': 'The database does not answer. Nothing was saved; try again in a moment.',
  'disk.full': 'The server has no room left to save. Tell your administrator.',
  'rate.exceeded': 'Too many requests in a short time. Wait a minute, then try again.',
  'route.unknown': 'This address does not exist.',
  'route.closed': 'This address is not open.',
  'input.unreadable': 'The request could not be read. Check its format.',
  'input.too_large': 'This is too large to send. Make it shorter.',
  'input.invalid': 'Some answers need mending.',
  'input.invalid_character':
    'The text holds an invisible character that cannot be saved. Copy it again without formatting.',
  'request.forged':
    'This was sent from another site, or from a page that is too old. Reload the page, then try again.',
  'record.unknown': 'This does not exist, or you may not see it.',
  'session.missing': 'Your session is over. Sign in again.',
  'session.refused': 'The address or the password is wrong.',
  'permission.missing': 'Your role does not allow this here.',
  'move.forbidden':
    'This is no longer possible at this stage. Reload the page to see where things stand.',
  'door.unknown.unit': 'This link leads to no service. Check the address, or ask at the desk.',
  'door.unknown.campaign': 'This link leads to no survey. Check the address, or ask at the desk.',
  'door.unknown.follow_up':
    'No message has this code. Check it: it has ten characters, in two groups of five.',
  'door.unknown.invitation': 'This invitation does not exist, or was used already.',
  'door.expired': 'This link is no longer valid. Ask for a new one.',
  'organization.exists': 'This installation has its organisation already. Sign in.',
  'unit.unknown': 'This service does not exist, or you may not see it.',
  'theme.unknown': 'This theme does not exist.',
  'person.exists': 'Somebody uses this address already.',
  'person.unknown': 'This person does not belong to your organisation.',
  'feedback.unknown': 'This feedback does not exist, or you may not see it.',
  'feedback.code_taken':
    'A first version of this message has already arrived, slightly different. Send again to record this one too.',
  'feedback.action_open':
    'An action born of this feedback is still open. Finish or cancel it first.',
  'feedback.nothing_done': 'No action was carried out: write why none is needed.',
  'feedback.answer_missing': 'The person is waiting for an answer. Answer before closing.',
  'attachment.unknown': 'This file does not exist, or you may not see it.',
  'attachment.missing': 'No file arrived. Choose it again.',
  'attachment.empty': 'This file is empty. Choose another one.',
  'attachment.unsupported':
    'This file cannot be attached. Accepted are photographs (JPEG, PNG, WebP), PDF documents and sound recordings (MP3, M4A, AAC, OGG, WebM, WAV).',
  'attachment.broken':
    'This image is damaged or too large: it cannot be read. Take the photograph again, or choose another one.',
  'attachment.too_large': 'This file is too heavy: {{megabytes}} MB at most. Choose a lighter one.',
  'attachment.too_many': 'There are {{maximum}} files already, which is the most that can be kept.',
  'attachment.over':
    'This message has been dealt with: no file can be added to it. Please write to us again.',
  'action.origin_missing':
    'An action always has an origin: say which feedback or finding it comes from.',
  'action.verdict_by_owner':
    'The effect of an action is verified by somebody other than its owner.',
  'action.verifier_is_owner': 'The verifier cannot be the owner. Choose somebody else.',
  'survey.unknown': 'This survey does not exist.',
  'campaign.exists': 'This survey is open in this service already.',
  'period.reversed': 'The period ends before it begins.',
  'field.isNotEmpty': 'To be filled in.',
  'field.minLength': '{{constraint1}} characters at least.',
  'field.maxLength': '{{constraint1}} characters at most.',
  'field.isEmail': 'An address such as name@example.org.',
  'field.isIn': 'One choice of the list.',
  'field.isUuid': 'One choice of the list.',
  'field.isDateString': 'A date such as 2026-11-24.',
  'field.isHexColor': 'A colour such as #0f5c63.',
  'field.isInt': 'A whole number.',
  'field.isBoolean': 'Yes or no.',
  'field.min': '{{constraint1}} at least.',
  'field.max': '{{constraint1}} at most.',
  'field.isArray': 'A list.',
  'field.whitelistValidation': 'There is no such field.',
  'field.other': 'This answer will not do.',
  'mail.automatic': 'Sent by {{organization}} with Boucle.',
  'mail.greeting': 'Hello {{name}},',
  'mail.greeting_nameless': 'Hello,',
  'mail.invitation.subject': '{{organization}} invites you to Boucle',
  'mail.invitation.body':
    '{{inviter}} gives you access to Boucle, where {{organization}} keeps track of its quality. Your role: {{role}}, for {{unit}}.',
  'mail.invitation.link': 'Choose my password',
  'mail.invitation.expiry': 'This link is valid for 14 days and works once.',
  'mail.acknowledgement.subject': 'We received your message ({{reference}})',
  'mail.acknowledgement.body':
    'Thank you for taking the time to write to us about “{{unit}}”. Your message has the reference {{reference}}.',
  'mail.acknowledgement.code':
    'Your follow-up code: {{code}}. Keep it: it shows at any time what becomes of your message.',
  'mail.acknowledgement.link': 'Follow my message',
  'mail.answer.subject': 'Our answer to your message ({{reference}})',
  'mail.answer.intro': 'You wrote to us on {{day}} about “{{unit}}”. Here is our answer.',
  'mail.digest.subject_one': 'An action is waiting for you',
  'mail.digest.subject_other': '{{count}} actions are waiting for you',
  'mail.digest.late': 'Late',
  'mail.digest.today': 'For today',
  'mail.digest.soon': 'Soon',
  'mail.digest.due': 'due: {{day}}',
  'mail.digest.why':
    'You get this message because you own these actions. One message a day at most, never at the weekend.',
  'role.agent': 'front-desk agent',
  'role.manager': 'service manager',
  'role.quality_manager': 'quality manager',
  'role.elected': 'elected official',
  'role.administrator': 'administrator',
};
