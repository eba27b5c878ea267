import ical, {
  ICalCalendarMethod,
  ICalEventBusyStatus,
  ICalEventClass,
  ICalEventTransparency,
} from 'ical-generator';
import { addDays } from '../domain/days.js';
import { inOneLine } from '../domain/one-line.js';
import { say, type Sentence } from '../words/words.js';
import type { AgendaEvent } from './agenda-events.js';

/** How often a calendar program is asked to look again, in seconds: four hours. */
const refresh = 4 * 60 * 60;

/**
 * Days as an iCalendar file (RFC 5545). They are days and not hours, so that no clock moves them,
 * and they keep nobody busy. They ring no bell: the digest tells of them, when each person wishes.
 */
export function agendaFile(
  language: string,
  events: AgendaEvent[],
  addressOf: (path: string) => string,
): string {
  const calendar = ical({
    name: say(language, 'agenda.name'),
    prodId: { company: 'Boucle', product: 'Boucle', language: language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    ttl: refresh,
  });
  for (const { kind, id, title, day, awaited, action, revision, changedAt } of events) {
    const url = addressOf(`/actions/${action.id}`);
    const about: Sentence = awaited ? 'agenda.check.awaited' : `agenda.${kind}.about`;
    const { reference, unitName: unit } = action;
    calendar.createEvent({
      id: `${kind}-${id}@boucle`,
      sequence: revision,
      // A version says when it was written, so that the same rows make the same file.
      stamp: changedAt,
      lastModified: changedAt,
      start: new Date(day),
      end: new Date(addDays(day, 1)),
      allDay: true,
      summary: inOneLine(say(language, `agenda.${kind}`, { title })),
      description: `${inOneLine(say(language, about, { reference, unit, title: action.title }))}\n${url}`,
      url,
      transparency: ICalEventTransparency.TRANSPARENT,
      busystatus: ICalEventBusyStatus.FREE,
      class: ICalEventClass.PRIVATE,
    });
  }
  return calendar.toString();
}
