import type { Lifecycle } from './lifecycle.js';
import { Refusal } from './refusal.js';

export const analysisStates = ['open', 'concluded'] as const;
export type AnalysisState = (typeof analysisStates)[number];
export type AnalysisMove = 'conclude' | 'reopen';

/** An analysis is worked on by all who may, then stands as it was concluded. */
export const analysisLifecycle: Lifecycle<AnalysisState, AnalysisMove> = {
  initial: 'open',
  moves: {
    conclude: { from: ['open'], to: 'concluded', needs: 'analysis.write' },
    reopen: { from: ['concluded'], to: 'open', needs: 'analysis.write' },
  },
};

/** The five M of Ishikawa: méthodes, milieu, matériel, main-d’œuvre, matière (here: information). */
export const branches = ['methods', 'environment', 'equipment', 'people', 'information'] as const;
export type Branch = (typeof branches)[number];

/** A cause is supposed until something shows it; one that was ruled out stays, to be seen. */
export const causeStatuses = ['supposed', 'verified', 'discarded'] as const;
export type CauseStatus = (typeof causeStatuses)[number];

export const participantKinds = [
  'user',
  'relative',
  'professional',
  'manager',
  'partner',
  'elected',
] as const;
export type ParticipantKind = (typeof participantKinds)[number];

/** How many times « why » is asked in a row. */
export const deepestWhy = 5;

/** An analysis is made as a team. */
export const smallestTeam = 2;

/** @throws Refusal `cause.evidence_missing`: a cause is verified by what shows it. */
export function refuseUnproven(status: CauseStatus, evidence: string | null | undefined): void {
  if (status === 'verified' && !evidence?.trim()) {
    throw new Refusal('invalid', 'cause.evidence_missing');
  }
}

/** A cause as the tree knows it; a cause without a parent hangs on a branch. */
export interface CausePlace {
  id: string;
  parentId: string | null;
  branch: Branch;
}

/** How many whys lead to a cause, itself included. */
export function depthOf(causes: readonly CausePlace[], id: string | null): number {
  const parent = causes.find((cause) => cause.id === id)?.parentId ?? null;
  return id === null ? 0 : 1 + depthOf(causes, parent);
}

/** A cause and all that explains it, each after the one it explains. */
export function subtreeOf<Cause extends CausePlace>(causes: readonly Cause[], id: string): Cause[] {
  return causes.flatMap((cause) =>
    cause.id === id
      ? [
          cause,
          ...causes
            .filter(({ parentId }) => parentId === id)
            .flatMap((child) => subtreeOf(causes, child.id)),
        ]
      : [],
  );
}

/** How many whys a cause has, itself included. */
function heightOf(causes: readonly CausePlace[], id: string): number {
  const below = causes.filter(({ parentId }) => parentId === id);
  return 1 + Math.max(0, ...below.map((child) => heightOf(causes, child.id)));
}

/** Why a cause may not be put there, as a code; null where it may. */
export function placeObstacle(causes: readonly CausePlace[], { id, parentId }: CausePlace) {
  if (parentId === null) return null;
  if (!causes.some((cause) => cause.id === parentId)) return 'cause.parent_unknown';
  if (subtreeOf(causes, id).some((cause) => cause.id === parentId) || parentId === id) {
    return 'cause.under_itself';
  }
  return depthOf(causes, parentId) + heightOf(causes, id) > deepestWhy ? 'cause.too_deep' : null;
}

/**
 * The place that a cause takes: what explains a cause hangs on the same branch.
 * @throws Refusal with the code of `placeObstacle`.
 */
export function settlePlace(causes: readonly CausePlace[], asked: CausePlace): CausePlace {
  const obstacle = placeObstacle(causes, asked);
  if (obstacle) throw new Refusal('invalid', obstacle, { deepest: deepestWhy });
  const parent = causes.find(({ id }) => id === asked.parentId);
  return { ...asked, branch: parent?.branch ?? asked.branch };
}

/** What proves that an analysis took place, and what it found. */
export interface Proof {
  heldOn: string | null;
  participants: number;
  conclusion: string;
}

/** What is still missing before an analysis may be concluded. */
export function conclusionObstacles({ heldOn, participants, conclusion }: Proof): string[] {
  return [
    ...(heldOn ? [] : ['analysis.day_missing']),
    ...(participants < smallestTeam ? ['analysis.team_missing'] : []),
    ...(conclusion.trim() ? [] : ['analysis.conclusion_missing']),
  ];
}

/** The lowest unit that holds all of these; each path goes from the root to the unit itself. */
export function lowestCommonUnit(paths: readonly (readonly string[])[]): string | undefined {
  const [first = [], ...others] = paths;
  return first.findLast((unit) => others.every((path) => path.includes(unit)));
}

/** The longest title, in UTF-16 units. */
export const titleMaximum = 160;

/** The first words of what somebody said, whole, as a title to begin with. */
export function titleFrom(words: string, most = 90): string {
  const line = words.replace(/\s+/g, ' ').trim();
  if (line.length <= most) return line;
  const cut = line.slice(0, most + 1);
  const end = cut.lastIndexOf(' ');
  const whole =
    end > 0
      ? cut.slice(0, end)
      : cut
          .slice(0, most)
          .toWellFormed()
          .replace(/\uFFFD$/, '');
  return `${whole.replace(/[\s,;:.]+$/, '')}…`;
}
