import type { DrawnActionDto, DrawnDto } from '../../../backend/action-views/action-views.dto';
import { endOf, clashes } from '../../../backend/domain/action-dependencies';
import { addDays, addMonths, daysBetween, type Day } from '../../../backend/domain/days';

/** How many pixels a day takes, by what one wants to see at once; the month is the usual one. */
export const scales = { mois: 8, semaine: 24, trimestre: 3, annee: 1 } as const;
export type Scale = keyof typeof scales;

/** The height of a line, which is a target of its own. */
export const lineHeight = 44;

export interface Bar {
  action: DrawnActionDto;
  start: Day;
  /** Which line of the drawing it stands on, from 0. */
  line: number;
  x: number;
  width: number;
  /** How much of it is done. */
  done: number;
  /** From its due date to today, or to the day on which it was done; null where it kept it. */
  late: { x: number; width: number } | null;
  checkX: number | null;
}

export interface Arrow {
  path: string;
  clash: boolean;
  before: DrawnActionDto;
  after: DrawnActionDto;
}

export interface Timeline {
  from: Day;
  width: number;
  todayX: number;
  ticks: { day: Day; x: number }[];
  groups: { key: string; title: string; line: number; bars: Bar[] }[];
  lines: number;
  arrows: Arrow[];
}

/** What lies further than this many years is drawn at the edge: a mistyped year would stretch all. */
const farthest = 6;

/** Under which title an action stands, and which of two titles comes first. */
export interface Heading {
  key: string;
  title: string;
  rank: number;
}

/** Lays the actions on a line of time, one a line, each under its heading: its unit's as a rule. */
export function layTimeline(
  { items, dependencies }: Pick<DrawnDto, 'items' | 'dependencies'>,
  today: Day,
  scale: Scale,
  headingOf: (action: DrawnActionDto) => Heading = unitOf,
): Timeline {
  const day = scales[scale];
  const spans = items.map((action) => ({ action, start: startOf(action), end: endOf(action) }));
  const [earliest, latest] = [addMonths(today, -12 * farthest), addMonths(today, 12 * farthest)];
  const days = spans
    .flatMap(({ action, start, end }) => [start, end, action.dueOn, action.checkOn ?? today])
    .concat(today)
    .map((one) => (one < earliest ? earliest : one > latest ? latest : one))
    .sort();
  const from = `${(days[0] ?? today).slice(0, 7)}-01`;
  const to = addMonths(`${(days.at(-1) ?? today).slice(0, 7)}-01`, 1);
  const width = daysBetween(from, to) * day;
  const at = (one: Day): number => Math.min(Math.max(daysBetween(from, one) * day, 0), width);

  let line = 0;
  const groups = under(headingOf, spans).map(({ key, title, members }) => ({
    ...{ key, title },
    line: line++,
    bars: members.map(({ action, start }): Bar => {
      const x = at(start);
      const after = at(addDays(action.dueOn < start ? start : action.dueOn, 1));
      const wide = Math.max(after - x, 6);
      return {
        ...{ action, start, line: line++, x, width: wide },
        done: action.state === 'cancelled' ? 0 : (wide * action.progress) / 100,
        late: tailOf(action, today, at),
        checkX: action.checkOn && at(action.checkOn),
      } as Bar;
    }),
  }));
  const bars = new Map(groups.flatMap((group) => group.bars).map((bar) => [bar.action.id, bar]));
  const arrows = dependencies.flatMap(({ actionId, afterId }): Arrow[] => {
    const [before, after] = [bars.get(afterId), bars.get(actionId)];
    if (!before || !after) return [];
    const clash = clashes(before.action, after.action);
    return [{ path: pathOf(before, after), clash, before: before.action, after: after.action }];
  });
  return {
    ...{ from, width, groups, lines: line, arrows, todayX: at(today) },
    ticks: ticksOf(from, to, scale).map((one) => ({ day: one, x: at(one) })),
  };
}

/** When it starts: as it was said, else when it was opened, and never after it is due. */
export function startOf({ startOn, createdOn, dueOn, doneOn }: DrawnActionDto): Day {
  return startOn ?? [createdOn, dueOn, doneOn ?? dueOn].sort()[0] ?? dueOn;
}

interface Span {
  action: DrawnActionDto;
  start: Day;
}

function unitOf({ unit }: DrawnActionDto): Heading {
  return { key: unit.id, title: unit.name, rank: 0 };
}

/** What serves the same objective of a plan together, in the plan's order, and the others last. */
export function byObjective(
  objectives: readonly { id: string; wording: string }[],
  none: string,
): (action: DrawnActionDto) => Heading {
  return ({ objectiveId }) => {
    const rank = objectives.findIndex(({ id }) => id === objectiveId);
    const objective = objectives[rank];
    return objective
      ? { key: objective.id, title: objective.wording, rank }
      : { key: '', title: none, rank: objectives.length };
  };
}

function under<One extends Span>(
  headingOf: (action: DrawnActionDto) => Heading,
  spans: One[],
): (Heading & { members: One[] })[] {
  const groups = new Map<string, Heading & { members: One[] }>();
  const sorted = spans.toSorted((one, other) => (one.start < other.start ? -1 : 1));
  for (const span of sorted) {
    const heading = headingOf(span.action);
    const group = groups.get(heading.key) ?? { ...heading, members: [] };
    groups.set(heading.key, group);
    group.members.push(span);
  }
  return [...groups.values()].sort(
    (one, other) => one.rank - other.rank || one.title.localeCompare(other.title),
  );
}

function tailOf(
  { late, dueOn, doneOn }: DrawnActionDto,
  today: Day,
  at: (day: Day) => number,
): Bar['late'] {
  const until = late ? today : doneOn;
  if (until === null || until <= dueOn) return null;
  const x = at(addDays(dueOn, 1));
  return { x, width: Math.max(at(addDays(until, 1)) - x, 3) };
}

/** From the end of the one to the start of the other, by the space between two lines. */
function pathOf(before: Bar, after: Bar): string {
  const x1 = before.x + before.width;
  const [y1, y2] = [before, after].map(({ line }) => (line + 0.5) * lineHeight) as [number, number];
  const x2 = after.x - 2;
  if (x2 >= x1 + 14) return `M${x1} ${y1}H${x1 + 7}V${y2}H${x2}`;
  const between = y2 > y1 ? y1 + lineHeight / 2 : y1 - lineHeight / 2;
  return `M${x1} ${y1}H${x1 + 7}V${between}H${x2 - 10}V${y2}H${x2}`;
}

/** Mondays, months or quarters, whichever can be read at that scale. */
function ticksOf(from: Day, to: Day, scale: Scale): Day[] {
  const ticks: Day[] = [];
  const months = scale === 'annee' ? 3 : 1;
  const monday = addDays(from, (8 - new Date(from).getUTCDay()) % 7);
  const first = scale === 'semaine' ? monday : from;
  for (let day = first; day < to;) {
    ticks.push(day);
    day = scale === 'semaine' ? addDays(day, 7) : addMonths(day, months);
  }
  return ticks;
}
