import type { Column } from '../sheets/sheet.js';
import { say, sayWord } from '../words/words.js';
import type { UnitDto } from './organization.dto.js';

/** The columns of the services' file, in the reader's language. */
export function unitColumns(language: string, units: UnitDto[]): Column<UnitDto>[] {
  const names = new Map(units.map(({ id, name }) => [id, name]));
  return [
    { title: say(language, 'sheet.column.name'), width: 40, cell: ({ name }) => name },
    {
      title: say(language, 'sheet.column.kind'),
      width: 28,
      cell: ({ kind }) => sayWord(language, 'unitKind', kind),
    },
    {
      title: say(language, 'sheet.column.parent'),
      width: 40,
      cell: ({ parentId }) => (parentId && names.get(parentId)) ?? null,
    },
  ];
}
