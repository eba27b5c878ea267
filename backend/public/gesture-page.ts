import { isOpen } from '../domain/action.js';
import { addDays } from '../domain/days.js';
import { answerGestures, type AnswerGesture } from '../domain/answer-gestures.js';
import type { Asked } from '../reminders/gestures.service.js';
import { sayWord } from '../words/words.js';
import { draw } from './draw.js';
import type { ToMend, Typed } from './forms.js';
import { gestureTemplate } from './gesture.template.js';
import type { Reader } from './reader.js';

/** What the page of a letter's link shows. */
interface Shown {
  token: string;
  asked: Asked;
  gesture: AnswerGesture | null;
  /** Whether it was just said. */
  noted: boolean;
  /** What was typed, where it must be mended. */
  typed?: Typed;
  mend?: ToMend;
}

/** Whether what the gesture says is how the action stands. */
export function isNoted({ action, movesAtOnce }: Asked, gesture: AnswerGesture): boolean {
  const { state, said, waiting, disownedOn } = action;
  return {
    done: state === 'done' || state === 'verified',
    underway: said !== null && isOpen(state),
    more_time: movesAtOnce || waiting !== null,
    not_mine: disownedOn !== null,
  }[gesture];
}

const blank = { progress: '', note: '', dueOn: '', reason: '' };

/** Where an action stands, and the form of what its owner says of it; or what was noted. */
export function gesturePage(reader: Reader, shown: Shown): string {
  const { token, asked, gesture, noted, mend, typed = {} } = shown;
  const { t, language } = reader;
  const { action, me, today } = asked;
  const path = `/r/${encodeURIComponent(token)}`;
  const open = isOpen(action.state);
  const { waiting } = action;
  const title = gesture ? t(`mail.digest.gesture.${gesture}`) : t('gesture.title');
  // A request that waits is not asked twice; what was just said is not asked again.
  const pending = gesture === 'more_time' ? waiting !== null : gesture === 'not_mine' && disowned();
  return draw(
    gestureTemplate,
    {
      ...{ reader, path: null, organization: asked },
      title: `${mend ? t('public.errors.page', { title }) : title} · ${action.title}`,
    },
    {
      draft: `${action.id}.${gesture}`,
      ...{ asked, action, me, gesture, noted, open, mend, path, question: title },
      stands: t(action.state === 'in_progress' ? 'gesture.stands' : 'gesture.state', {
        state: sayWord(language, 'actionState', action.state),
        progress: action.progress,
      }),
      leaders: new Intl.ListFormat(language, { type: 'disjunction' }).format(action.leaders),
      form: open && !noted && !pending ? gesture : null,
      undoable: open && (pending || (noted && waiting !== null && gesture === 'more_time')),
      others: answerGestures.filter((one) => one !== gesture),
      earliest: addDays(action.dueOn < today ? addDays(today, -1) : action.dueOn, 1),
      wrong: { ...blank, ...mend?.fields },
      typed: { ...blank, progress: String(action.progress), ...typed },
      send: `gesture.send.${gesture === 'more_time' && asked.movesAtOnce ? 'moved' : gesture}`,
      names: namesOf(reader, gesture),
    },
  );

  function disowned(): boolean {
    return action.disownedOn !== null;
  }
}

/** What each field is called, beside it and where all that must be mended is listed. */
function namesOf({ t }: Reader, gesture: AnswerGesture | null): typeof blank {
  return {
    progress: t('gesture.field.progress'),
    note: t(gesture === 'not_mine' ? 'gesture.field.why' : 'gesture.field.note'),
    dueOn: t('gesture.field.dueOn'),
    reason: t('gesture.field.reason'),
  };
}
