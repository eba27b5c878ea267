import { expect, it } from '@jest/globals';
import type { Answer, Signed } from './program.js';

/** What each of some people gets for each move from each state, and where a move that is made leads. */
export type Walk<State extends string, Move extends string> = Record<
  State,
  Record<Move, readonly [statuses: string, to?: State]>
>;

/** How a walk is made on the real program. */
export interface Walker<State extends string, Move extends string, Who extends string> {
  initial: State;
  /** In the order of the statuses. */
  people: readonly Who[];
  signed: () => Record<Who, Signed>;
  /** Rows in a state, as many as asked; gives their ids. */
  build: (state: State, count: number) => Promise<string[]>;
  make: (move: Move, id: string, by: Signed) => Promise<Answer>;
  stateOf: (ids: string[]) => Promise<State[]>;
  /** What a conflict is called, where it is not `move.forbidden`. */
  conflicts?: Partial<Record<Move, string>>;
}

/** Tries every move from every state by everybody, each on a row of its own. */
export function walk<State extends string, Move extends string, Who extends string>(
  table: Walk<State, Move>,
  { initial, people, signed, build, make, stateOf, conflicts = {} }: Walker<State, Move, Who>,
): void {
  const states = Object.keys(table) as State[];
  const tries = states.flatMap((state) =>
    (Object.keys(table[state]) as Move[]).map((move) => ({ state, move })),
  );

  it('reaches every state from the first', () => {
    const reached = new Set([initial]);
    for (const state of reached) {
      for (const move of Object.keys(table[state]) as Move[]) {
        const [, to] = table[state][move];
        if (to) reached.add(to);
      }
    }
    expect([...reached].sort()).toEqual([...states].sort());
  });

  it.each(tries)('$state, $move', async ({ state, move }) => {
    const [statuses, to = state] = table[state][move];
    const ids = await build(state, people.length);
    const by = signed();
    const answers = await Promise.all(
      people.map((who, index) => make(move, ids[index] ?? '', by[who])),
    );
    const told = Object.fromEntries(
      answers.map(({ status, body }, index) => [people[index], `${status} ${codeOf(body)}`.trim()]),
    );
    const after = await stateOf(ids);
    const got = answers.map(({ status }) => status).join(' ');
    expect({ got, told }).toEqual({ got: statuses, told });
    expect(after).toEqual(answers.map(({ status }) => (status < 300 ? to : state)));
    const stuck = answers.filter(({ status }) => status === 409).map(({ body }) => codeOf(body));
    expect(stuck).toEqual(stuck.map(() => conflicts[move] ?? 'move.forbidden'));
  });
}

function codeOf(body: unknown): string {
  return (body as { code?: string } | undefined)?.code ?? '';
}
