import { digestSections } from '../domain/digest.js';
import type { Write } from '../mail/outbox.js';
import { digestLetter, type DigestItem } from '../reminders/digest.mails.js';
import type { Links } from './samples.js';

const today = '2026-11-24';

/** One line under each heading, so that all that a digest may hold is seen at once. */
export function sampleDigest(links: Links, reader: { name: string; email: string }): Write {
  const items = digestSections.map((section) => ({ ...lines[section], section, path: [] }));
  const placed: DigestItem[] = items.map((item) => ({
    ...item,
    ...{ subjectId: '', personId: '', page: '', quiet: false, hour: 7, step: null },
    ...{ role: 'owner', link: links('/actions/exemple'), unitName: 'Accueil central' },
    answer: takesAnswer(item) ? links('/r/exemple') : null,
    insteadOf: item.insteadOf ?? null,
  }));
  const where = { settings: links('/preferences'), unsubscribe: links('/desabonnement/exemple') };
  return (head) => digestLetter(head, reader, placed, { today, ...where });
}

/** Who stands in answers in their own name, once signed in. */
const takesAnswer = ({ duty, section, insteadOf }: Line & Pick<DigestItem, 'section'>): boolean =>
  duty === 'action' && section !== 'escalated' && !insteadOf;

type Line = Pick<
  DigestItem,
  'duty' | 'title' | 'dueOn' | 'kind' | 'ownerName' | 'formerDays' | 'author'
> & {
  insteadOf?: string;
};

const lines: Record<DigestItem['section'], Line> = {
  late: { duty: 'action', title: 'Alléger la porte de l’accueil', dueOn: '2026-11-17' },
  due: { duty: 'action', title: 'Afficher les horaires à l’entrée', dueOn: today },
  coming: {
    ...{ duty: 'action', title: 'Poser des chaises dans la salle d’attente', dueOn: '2026-12-01' },
    insteadOf: 'Dominique Exemple',
  },
  verify: { duty: 'check', title: 'Former l’accueil téléphonique', dueOn: '2026-11-23' },
  answer: { duty: 'answer', title: '26-7K3QX9', dueOn: '2026-11-27', kind: 'anomaly' },
  decide: { duty: 'decision', title: 'Traduire le livret d’accueil', dueOn: '2026-11-20' },
  mentioned: {
    ...{ duty: 'mention', title: 'Repeindre les marches de l’entrée', dueOn: '2026-11-23' },
    author: 'Sacha Exemple',
  },
  escalated: {
    ...{ duty: 'action', title: 'Réparer la rampe du perron', dueOn: '2026-11-03' },
    ...{ ownerName: 'Sacha Exemple', formerDays: ['2026-10-01'] },
  },
};
