import { branches, depthOf, type Branch, type CauseStatus } from '../../../backend/domain/analysis';
import type { ShownCause } from './facts';

/** Measures in the drawing's own units; a letter is 16 high. */
export const line = 21;
const column = 224;
const slant = 48;
const twig = 14;
const indent = 18;
const gap = 9;
const label = 44;
const margin = 8;
const headWidth = 186;
/** Room for the sign of a verified cause. */
const sign = 22;

/** Above the spine, then under it. */
const rows: readonly (readonly Branch[])[] = [branches.slice(0, 3), branches.slice(3)];

/** The words of one cause where they stand. */
export interface Leaf {
  id: string;
  status: CauseStatus;
  lines: string[];
  /** The left of the words, and the middle of their first line. */
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Bone {
  branch: Branch;
  /** From the label to the spine. */
  path: string;
  label: { x: number; y: number };
  /** Where a cause is dropped to hang on this branch. */
  area: { x: number; y: number; width: number; height: number };
}

export interface Fishbone {
  width: number;
  height: number;
  spine: string;
  head: { x: number; y: number; width: number; height: number; lines: string[] };
  bones: Bone[];
  leaves: Leaf[];
  twigs: string[];
}

/**
 * Lays out the five branches with their causes, each cause under the one it explains. No word is
 * cut: a text that is too wide goes on under itself, and the drawing grows.
 */
export function layFishbone(
  causes: readonly ShownCause[],
  problem: string,
  measure: (text: string) => number,
): Fishbone {
  const head = wrap(problem, headWidth - 28, measure);
  const stacks = rows.map((row) => row.map((branch) => stackOf(causes, branch, measure)));
  const depths = stacks.map((row) => Math.max(70, ...row.map(({ height }) => height)) + gap * 2);
  const [above = 0, under = 0] = depths;
  const headHeight = head.length * line + 28;
  const spineY = Math.max(label + above, headHeight / 2) + margin;
  const step = slant + twig + column + 16;
  const headX = 3 * step + margin;
  const height = Math.max(spineY + under + label, spineY + headHeight / 2) + margin;
  const drawing: Fishbone = {
    ...{ width: headX + headWidth + margin, height, bones: [], leaves: [], twigs: [] },
    spine: `M${margin} ${spineY}H${headX}`,
    head: {
      x: headX,
      y: spineY - headHeight / 2,
      width: headWidth,
      height: headHeight,
      lines: head,
    },
  };
  rows.forEach((row, side) => {
    const isAbove = side === 0;
    const depth = depths[side] ?? 0;
    row.forEach((branch, rank) => {
      const x = margin + rank * step + (isAbove ? 0 : step / 3);
      const far = isAbove ? spineY - depth : spineY + depth;
      const boneX = (y: number): number => x + slant * (1 - Math.abs(spineY - y) / depth);
      drawing.bones.push({
        branch,
        path: `M${x} ${far}L${x + slant} ${spineY}`,
        label: { x, y: isAbove ? far - label / 2 : far + label / 2 },
        area: { x, y: isAbove ? far - label : spineY, width: step - 16, height: depth + label },
      });
      const stack = stacks[side]?.[rank];
      const top = isAbove ? far + gap : spineY + gap;
      if (stack) hang(drawing, stack, top, boneX);
    });
  });
  return drawing;
}

interface Stacked {
  cause: ShownCause;
  depth: number;
  lines: string[];
  y: number;
}

interface Stack {
  items: Stacked[];
  height: number;
}

function stackOf(
  causes: readonly ShownCause[],
  branch: Branch,
  measure: (text: string) => number,
): Stack {
  const items: Stacked[] = [];
  let y = 0;
  const visit = (parentId: string | null): void => {
    for (const cause of causes) {
      // What explains a cause follows it, also before the server has told so.
      if (cause.parentId !== parentId || (parentId === null && cause.branch !== branch)) continue;
      const depth = depthOf(causes, cause.id) - 1;
      const room = column - depth * indent - (cause.status === 'verified' ? sign : 0);
      const lines = wrap(cause.wording.trim() || '…', room, measure);
      items.push({ cause, depth, lines, y });
      y += lines.length * line + gap;
      visit(cause.id);
    }
  };
  visit(null);
  return { items, height: y };
}

function hang(
  drawing: Fishbone,
  { items }: Stack,
  top: number,
  boneX: (y: number) => number,
): void {
  const placed = new Map<string, Leaf>();
  for (const { cause, depth, lines, y: offset } of items) {
    const y = top + offset + line / 2;
    const parent = placed.get(cause.parentId ?? '');
    const from = boneX(y);
    const x = parent ? parent.x + indent : from + twig;
    const width = column - depth * indent;
    const leaf = {
      ...{ id: cause.id, status: cause.status, lines, x, y, width },
      height: lines.length * line,
    };
    placed.set(cause.id, leaf);
    drawing.leaves.push(leaf);
    drawing.twigs.push(
      parent
        ? `M${parent.x + 6} ${parent.y + parent.height - line / 2}V${y}H${x - 4}`
        : `M${from} ${y}H${x - 4}`,
    );
  }
}

/** Breaks a text into lines no wider than `width`; a word that is wider alone breaks too. */
export function wrap(text: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const together = current ? `${current} ${word}` : word;
    if (measure(together) <= width) {
      current = together;
      continue;
    }
    if (current) lines.push(current);
    current = '';
    for (const letter of word) {
      if (current && measure(current + letter) > width) {
        lines.push(current);
        current = '';
      }
      current += letter;
    }
  }
  return current ? [...lines, current] : lines;
}
