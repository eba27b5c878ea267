import { bodyMaximum, feedbackKinds, retentionYears } from '../domain/feedback.js';
import { languages, spoken, type Language } from '../domain/languages.js';
import { smileys } from '../domain/satisfaction.js';
import type { PublicUnitDto } from '../feedback/intake.dto.js';
import { fr } from '../words/fr.js';
import { publicFr } from '../words/public.fr.js';
import { say, sayYears, type Sentence } from '../words/words.js';
import { draw } from './draw.js';
import type { IconName } from './icons.js';
import { kioskTemplate } from './kiosk.template.js';
import type { Reader } from './reader.js';
import { pictures } from './tell-page.js';

const faces: Record<(typeof smileys)[number], IconName> = {
  good: 'smile',
  medium: 'meh',
  bad: 'frown',
};

type Named<Prefix extends string> = Extract<Sentence, `${Prefix}.${string}`>;

/** What the tablet says to people, in whichever language they touch. */
const toPeople = Object.keys(publicFr).filter((name): name is Named<'public'> =>
  /^public\.(kind|kindHint|kiosk|tell|thanks|opinion\.smiley)\./.test(name),
);

/** What it says to staff only. */
const toStaff = Object.keys(fr).filter((name): name is Named<'kiosk'> => name.startsWith('kiosk.'));

/** The page of a unit's tablet; it holds every language, since the network may be down. */
export function kioskPage(
  reader: Reader,
  key: string,
  unit: PublicUnitDto,
  address: string,
): string {
  const { t } = reader;
  const sheets = { styles: ['kiosk.css'], scripts: ['kiosk.js'] };
  return draw(
    kioskTemplate,
    { ...{ reader, organization: unit, path: null }, title: t('public.tell.page'), ...sheets },
    {
      ...{ key, unitName: unit.unitName, address: address.replace(/^https?:\/\//, '') },
      ...{ bodyMaximum, kinds: feedbackKinds, pictures, faces },
      // Staff reads what the face stood for.
      said: Object.fromEntries(
        smileys.map((smiley) => [smiley, say('fr', `kiosk.face.${smiley}`)]),
      ),
      toStaff: (sentence: Sentence) => say('fr', sentence),
      kept: reader.years(retentionYears),
      tongues: languages.map((code) => ({ code, ...spoken[code] })),
      words: embed({
        languages: Object.fromEntries(languages.map((language) => [language, wordsIn(language)])),
        staff: Object.fromEntries(toStaff.map((name) => [name, say('fr', name, itself)])),
      }),
    },
  );
}

function wordsIn(language: Language): object {
  const facts = { duration: sayYears(language, retentionYears) };
  const names = [...toPeople, 'public.optional', 'field.isEmail'] as const;
  const sentences = Object.fromEntries(names.map((name) => [name, say(language, name, facts)]));
  return { direction: spoken[language].direction, sentences };
}

/** Facts that the tablet fills in by itself. */
const itself = { count: '{{count}}', since: '{{since}}', code: '{{code}}' };

/** JSON inside a page: nothing in it may end the element that holds it. */
const embed = (words: object): string => JSON.stringify(words).replaceAll('<', '\\u003c');
