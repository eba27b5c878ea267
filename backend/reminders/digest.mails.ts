import { countsByPoint, digestSections, type DigestSection } from '../domain/digest.js';
import { daysBetween, type Day } from '../domain/days.js';
import { inOneLine } from '../domain/one-line.js';
import type { Block, Letterhead } from '../mail/compose.js';
import type { Draft } from '../mail/outbox.js';
import { answerGestures } from '../domain/answer-gestures.js';
import { say, sayDay, sayWord } from '../words/words.js';
import type { Duty } from './duties.js';

/** One line of a digest, with where it leads. */
export interface DigestItem extends Duty {
  link: string;
  /** The page that takes an answer without signing in, where there is one. */
  answer: string | null;
  /** The address that takes a reply about it, where incoming mail is configured. */
  reply?: string | null;
  /** Whose it is, where the reader stands in for somebody. */
  insteadOf: string | null;
}

/** The most lines under a heading; how many more there are is said. */
const mostLines = 20;

/** All that a person owes: what is late first; what others are late with, last. */
export function digestLetter(
  { language }: Letterhead,
  reader: { name: string; email: string },
  items: DigestItem[],
  { today, ...address }: { today: Day; settings: string; unsubscribe: string },
): Draft {
  const own = items.filter(({ section }) => section !== 'escalated');
  const late = own.filter(({ section }) => section === 'late').length;
  const count = own.length || items.length;
  const subject = own.length === 0 ? 'escalated' : late > 0 ? 'late' : 'all';
  return {
    kind: 'digest',
    recipient: reader.email,
    subject: say(language, `mail.digest.subject.${subject}`, { count, late }),
    unsubscribe: address.unsubscribe,
    blocks: [
      { kind: 'paragraph', text: say(language, 'mail.greeting', { name: reader.name }) },
      thread(language, items),
      ...digestSections.flatMap((section) => part(language, section, items, today)),
      { kind: 'small', text: say(language, 'mail.digest.why') },
      { kind: 'link', text: say(language, 'mail.digest.settings'), href: address.settings },
    ],
  };
}

/** Where on the thread what the reader owes waits. */
function thread(language: string, items: DigestItem[]): Block {
  const points = countsByPoint(items.map(({ section }) => section));
  return {
    kind: 'thread',
    points: points.map(({ point, count }) => ({
      ...{ text: say(language, `mail.thread.${point}`), count },
    })),
  };
}

function part(language: string, section: DigestSection, items: DigestItem[], today: Day): Block[] {
  const lines = items.filter((item) => item.section === section);
  if (lines.length === 0) return [];
  const more = lines.length - mostLines;
  return [
    { kind: 'heading', text: say(language, `mail.digest.${section}`) },
    ...lines.slice(0, mostLines).map((item) => line(language, item, today)),
    ...(more > 0
      ? [{ kind: 'small' as const, text: say(language, 'mail.digest.more', { count: more }) }]
      : []),
  ];
}

function line(language: string, item: DigestItem, today: Day): Block {
  const { kind, title, unitName, insteadOf, link, answer, reply } = item;
  const text = inOneLine(kind ? `${sayWord(language, 'kind', kind)} ${title}, ${unitName}` : title);
  const instead = insteadOf ? say(language, 'mail.digest.instead', { name: insteadOf }) : null;
  const detail = inOneLine([detailOf(language, item, today), instead].filter(Boolean).join(' · '));
  const answers = answer
    ? answerGestures.map((gesture) => ({
        text: say(language, `mail.digest.gesture.${gesture}`),
        href: `${answer}?geste=${gesture}`,
      }))
    : [];
  if (reply) {
    const subject = encodeURIComponent(inOneLine(title));
    const written = {
      text: say(language, 'mail.digest.reply'),
      href: `mailto:${reply}?subject=${subject}`,
    };
    answers.push(written);
  }
  return { kind: 'item', text, detail, href: link, answers };
}

/** When it is due; of what others are late with, whose it is, how late, and how often it moved. */
function detailOf(language: string, item: DigestItem, today: Day): string {
  const { duty, section, dueOn, ownerName = '', formerDays = [] } = item;
  const day = sayDay(language, dueOn);
  if (section === 'escalated') {
    const moved = formerDays.map((former) => sayDay(language, former)).join(', ');
    return [
      say(language, 'mail.digest.escalated_why', {
        ...{ owner: ownerName, day, count: daysBetween(dueOn, today) },
      }),
      ...(moved ? [say(language, 'mail.digest.moved', { days: moved })] : []),
    ].join(' · ');
  }
  if (duty === 'answer') {
    return say(language, dueOn < today ? 'mail.digest.answer_late' : 'mail.digest.answer_due', {
      day,
    });
  }
  if (duty === 'check') return say(language, 'mail.digest.check_due', { day });
  if (duty === 'decision') {
    return item.disownedBy
      ? say(language, 'mail.digest.disowned', { owner: item.disownedBy, day })
      : say(language, 'mail.digest.decision_due', { day });
  }
  if (duty === 'mention') return say(language, 'mail.digest.mention', { author: item.author, day });
  const due = say(language, 'mail.digest.due_on', { day });
  return item.partOf
    ? `${due} · ${say(language, 'mail.digest.part_of', { action: item.partOf })}`
    : due;
}
