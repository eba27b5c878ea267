import { Eta } from 'eta';
import { inkOn, isColour } from '../domain/colour.js';
import { languages, spoken } from '../domain/languages.js';
import { assetUrl } from './assets.js';
import { fileTemplate } from './file.template.js';
import { icon } from './icons.js';
import { layoutTemplate } from './layout.template.js';
import type { Reader } from './reader.js';
import { summaryTemplate } from './summary.template.js';
import { threadTemplate } from './thread.template.js';

/** What surrounds a public page. */
export interface Frame {
  reader: Reader;
  title: string;
  /** Whose page it is; null where that could not be known. */
  organization: { organizationName: string; colour: string } | null;
  /** Where another language leads to, without its query; null where the language is not chosen. */
  path: string | null;
  /** Bundles of frontend/public. */
  styles?: string[];
  scripts?: string[];
}

const eta = new Eta({
  autoEscape: true,
  cache: true,
  functionHeader: 'const { t, link, day, icon } = it;',
});
eta.loadTemplate('@file', fileTemplate);
eta.loadTemplate('@layout', layoutTemplate);
eta.loadTemplate('@summary', summaryTemplate);
eta.loadTemplate('@thread', threadTemplate);

const compiled = new Map<string, ReturnType<Eta['compile']>>();

/** Draws a page from its template, what surrounds it, and what it tells (`it.…`). */
export function draw(template: string, frame: Frame, matter: object): string {
  const page = compiled.get(template) ?? eta.compile(template);
  compiled.set(template, page);
  return eta.render(page, { ...matter, ...surroundings(frame) });
}

function surroundings({ reader, title, organization, path, ...bundles }: Frame): object {
  const { language, direction, t, link, day } = reader;
  const { styles = ['public.css'], scripts = ['public.js'] } = bundles;
  const { organizationName = '', colour = '' } = organization ?? {};
  return {
    ...{ language, direction, t, link, day, icon },
    title: organizationName ? `${title} · ${organizationName}` : title,
    organizationName,
    ...(isColour(colour) && { colour, ink: inkOn(colour) }),
    // The letters have no Arabic and no Cyrillic: the system's stand there.
    letters: /^(fr|en|pt)$/.test(language) && assetUrl('letters'),
    styles: styles.flatMap((name) => assetUrl(name) ?? []),
    scripts: scripts.flatMap((name) => assetUrl(name) ?? []),
    languages:
      path &&
      languages.map((code) => ({
        ...{ code, ...spoken[code] },
        href: `${path}?lang=${code}`,
        current: code === language,
      })),
  };
}
