import type { Column } from '../sheets/sheet.js';
import { say, sayWord } from '../words/words.js';
import type { PersonDto } from './people.dto.js';

/** The columns of the members' file, in the reader's language. */
export function peopleColumns(language: string): Column<PersonDto>[] {
  return [
    { title: say(language, 'sheet.column.name'), width: 28, cell: ({ name }) => name },
    { title: say(language, 'sheet.column.email'), width: 36, cell: ({ email }) => email },
    {
      title: say(language, 'sheet.column.roles'),
      width: 60,
      cell: ({ memberships }) =>
        memberships
          .map(({ role, unitName }) => `${sayWord(language, 'role', role)} (${unitName})`)
          .join(', '),
    },
    {
      title: say(language, 'sheet.column.state'),
      width: 28,
      cell: ({ state }) => say(language, `sheet.${state}`),
    },
  ];
}
