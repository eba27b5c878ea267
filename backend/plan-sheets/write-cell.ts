import type { ActionKind, ActionState } from '../domain/action.js';
import type { PlanField } from '../domain/plan-fields.js';
import type { Meaning } from '../domain/plan-sheet.js';
import { isDate, isShownNumber, type GridCell } from '../sheets/grid.js';
import { sayWord } from '../words/words.js';
import type { PlanCatalogue } from './plan-catalogue.js';

/**
 * Writes what stands in Boucle as the cells of a column have it: beside dates a date, beside texts
 * a text. Read again, it means what it meant.
 */
export function writeCell(
  field: PlanField,
  value: Meaning,
  like: GridCell,
  { personNames, unitNames }: PlanCatalogue,
): GridCell {
  if (value === null || value === '') return null;
  switch (field) {
    case 'owner':
      return personNames.get(String(value)) ?? String(value);
    case 'service':
      return unitNames.get(String(value)) ?? String(value);
    case 'state':
      return sayWord('fr', 'actionState', value as ActionState);
    case 'kind':
      return sayWord('fr', 'actionKind', value as ActionKind);
    case 'progress':
      return progressCell(Number(value), like);
    case 'dueOn':
    case 'startOn':
    case 'doneOn':
      return dayCell(String(value), like);
    case 'cost':
    case 'effortDays':
    case 'weight':
      return isShownNumber(like)
        ? { number: Number(value), format: like.format }
        : typeof like === 'string'
          ? String(value).replace('.', ',')
          : Number(value);
    default:
      return String(value);
  }
}

function progressCell(percent: number, like: GridCell): GridCell {
  if (typeof like === 'string') return `${percent} %`;
  const format = isShownNumber(like) && like.format.includes('%') ? like.format : '0%';
  return { number: percent / 100, format };
}

function dayCell(day: string, like: GridCell): GridCell {
  if (typeof like === 'string') return day.split('-').reverse().join('/');
  return { date: `${day}T00:00:00`, format: isDate(like) ? like.format : 'dd/mm/yyyy' };
}
