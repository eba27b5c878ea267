import { spoken } from '../domain/languages.js';
import type { PublicWallDto } from '../wall/wall.dto.js';
import { draw } from './draw.js';
import type { Reader } from './reader.js';
import { pictures } from './tell-page.js';
import { wallTemplate } from './wall.template.js';

/** The cards of a wall, and where to add one's own. */
export function wallPage(reader: Reader, wall: PublicWallDto, address: string): string {
  const title = reader.t('public.wall.title');
  const sheets = { styles: ['wall.css'], scripts: ['wall.js'] };
  const months = new Intl.DateTimeFormat(spoken[reader.language].locale, {
    ...{ month: 'long', year: 'numeric', timeZone: 'UTC' },
  });
  return draw(
    wallTemplate,
    { ...{ reader, title, organization: wall, path: null }, ...sheets },
    {
      ...{ pictures, unitName: wall.unitName, address: address.replace(/^https?:\/\//, '') },
      cards: wall.cards.map((card) => ({
        ...card,
        monthName: months.format(new Date(`${card.month}-01`)),
      })),
    },
  );
}
