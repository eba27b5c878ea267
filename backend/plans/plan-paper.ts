import { inkOn } from '../domain/colour.js';
import type { PlanProgress } from '../domain/plan.js';
import { bold } from '../organization/poster-letters.js';
import { say, sayDay, sayWord, wayOf, type Sentence } from '../words/words.js';
import { Paper, softInk, type Cell } from './paper.js';
import type { PlanActionDto, PlanDto } from './plans.dto.js';

/** Whose plan it is, and how they want it. */
export interface PaperFacts {
  organization: string;
  /** As #rrggbb. */
  colour: string;
  language: string;
  /** ISO day. */
  today: string;
}

/** A plan to be put on the table of those who steer it: tagged, its words can be copied. */
export function drawPlan(plan: PlanDto, facts: PaperFacts): PDFKit.PDFDocument {
  const { organization, colour, language, today } = facts;
  const word = (sentence: Sentence, more = {}) => say(language, sentence, more);
  const day = (iso: string) => sayDay(language, iso, 'medium');
  const paper = new Paper(plan.title, organization, language);

  paper.band(organization, colour, inkOn(colour));
  paper.write('H1', plan.title, { size: 22, face: bold });
  const about = {
    ...{ reference: plan.reference, unit: plan.unit.name, pilot: plan.pilot.name },
    ...{ from: day(plan.fromDay), to: day(plan.toDay) },
  };
  paper.write('P', word('plan.paper.about', about), { colour: softInk });
  const { percent } = plan.progress;
  paper.write('P', sayProgress(plan.progress, language), { size: 13, face: bold, above: 10 });
  paper.write('P', word('plan.paper.elapsed', { elapsed: plan.elapsed }));
  if (percent !== null) paper.bar(percent, plan.elapsed, softInk);
  if (plan.hidden > 0) {
    paper.write('P', word('plan.paper.hidden', { count: plan.hidden }), {
      size: 9.5,
      colour: softInk,
    });
  }
  writeText(paper, plan.description);

  const under = (id: string | null) => plan.actions.filter(({ objectiveId }) => objectiveId === id);
  for (const [rank, { id, wording, progress }] of plan.objectives.entries()) {
    paper.write('H2', `${rank + 1}. ${wording}`, { size: 14, face: bold, above: 12 });
    paper.write('P', sayProgress(progress, language));
    writeActions(paper, under(id), language);
  }
  const rest = under(null);
  if (rest.length > 0) {
    const title = plan.objectives.length > 0 ? 'plan.paper.rest' : 'plan.paper.actions';
    paper.write('H2', word(title), { size: 14, face: bold, above: 12 });
    writeActions(paper, rest, language);
  }

  paper.write('H2', word('plan.paper.budget'), { size: 14, face: bold, above: 12 });
  for (const sentence of sayBudget(plan, language)) paper.write('P', sentence);
  if (plan.governance) {
    paper.write('H2', word('plan.paper.governance'), { size: 14, face: bold, above: 12 });
    writeText(paper, plan.governance);
  }
  return paper.close((page, pages) =>
    word('plan.paper.foot', { title: plan.title, day: day(today), page, pages }),
  );
}

function writeText(paper: Paper, text: string): void {
  for (const paragraph of text.split(/\n+/)) {
    if (paragraph.trim()) paper.write('P', paragraph, { above: 4 });
  }
}

function sayProgress(
  { percent, actions, cancelled, late }: PlanProgress,
  language: string,
): string {
  if (percent === null) return say(language, 'plan.paper.none');
  const counted = say(language, 'plan.paper.over', { count: actions });
  const over = [
    counted,
    ...(cancelled > 0 ? [say(language, 'plan.paper.cancelled', { count: cancelled })] : []),
    ...(late > 0 ? [say(language, 'plan.paper.late', { count: late })] : []),
  ];
  return say(language, 'plan.paper.percent', { percent, over: over.join(', ') });
}

function sayBudget({ budget, spending }: PlanDto, language: string): string[] {
  const { engaged, withCost, actions } = spending;
  const euros = (amount: number) =>
    new Intl.NumberFormat(wayOf(language).locale, { style: 'currency', currency: 'EUR' }).format(
      amount,
    );
  const against = { engaged: euros(engaged), budget: budget === null ? '' : euros(budget) };
  const sentence = budget === null ? 'plan.paper.engaged' : 'plan.paper.engagedOf';
  return [
    say(language, sentence, against),
    say(language, 'plan.paper.costs', { count: withCost, actions }),
  ];
}

/** Shares of the width: what, who, when, where it is, how far, and what it counts for. */
const widths = [0.38, 0.17, 0.15, 0.13, 0.09, 0.08] as const;

function writeActions(paper: Paper, actions: PlanActionDto[], language: string): void {
  if (actions.length === 0) return paper.write('P', say(language, 'plan.paper.noAction'));
  const heads = ['action', 'owner', 'due', 'state', 'progress', 'weight'] as const;
  const head = heads.map((name): Cell['words'] => [
    { text: say(language, `plan.paper.head.${name}`), size: 8.5, face: bold },
  ]);
  paper.table(
    inColumns(head),
    actions.map((action) => inColumns(wordsOf(action, language))),
  );
}

function wordsOf(action: PlanActionDto, language: string): Cell['words'][] {
  const { title, reference, unit, owner, dueOn, state, late, progress, weight } = action;
  const number = new Intl.NumberFormat(wayOf(language).locale, { maximumFractionDigits: 2 });
  const isLate = { text: say(language, 'plan.paper.isLate'), face: bold };
  return [
    [{ text: title }, { text: `${reference} · ${unit.name}`, size: 8.5, colour: softInk }],
    [{ text: owner.name }],
    [{ text: sayDay(language, dueOn, 'medium') }, ...(late ? [isLate] : [])],
    [{ text: sayWord(language, 'actionState', state) }],
    [
      {
        text:
          state === 'cancelled'
            ? say(language, 'plan.paper.notDone')
            : say(language, 'plan.paper.share', { percent: progress }),
      },
    ],
    [{ text: number.format(weight) }],
  ];
}

function inColumns(cells: Cell['words'][]): Cell[] {
  return cells.map((words, rank) => ({ width: widths[rank] ?? 0, words }));
}
