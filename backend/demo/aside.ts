import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { addDays } from '../domain/days.js';
import { Feedback } from '../feedback/feedback.entity.js';
import { Transfer } from '../feedback/transfer.entity.js';
import { seedFeedback, type Cast } from './seed.js';

/** What says the same as another, and what was sent to a partner who is to be asked today. */
export async function seedAside(tx: EntityManager, cast: Cast, headId: string): Promise<void> {
  const { today, people, journal } = cast;
  const quality = { id: people.quality };
  const head = await tx.findOneByOrFail(Feedback, { id: headId });
  const said = await seedFeedback(tx, cast, {
    ...{ kind: 'complaint', state: 'received', unit: 'desk', channel: 'web' },
    ...{ reporter: 'relative', daysAgo: 20, email: 'attente@exemple.example' },
    body: 'Ma mère est restée debout quarante minutes à l’accueil, il n’y a pas assez de chaises.',
  });
  const joins = { state: 'duplicate', stateBefore: 'received', duplicateOf: headId } as const;
  await tx.update(Feedback, { id: said }, { ...joins, mergedAt: new Date(addDays(today, -19)) });
  const { reference } = await tx.findOneByOrFail(Feedback, { id: said });
  await journal.write(tx, quality, 'feedback.merge', said, { reference: head.reference });
  await journal.write(tx, quality, 'feedback.join', headId, { reference });

  const sent = await seedFeedback(tx, cast, {
    ...{ kind: 'complaint', state: 'received', unit: 'desk', channel: 'front_desk' },
    ...{ reporter: 'user', daysAgo: 17 },
    body: 'Mon allocation logement n’est pas versée depuis deux mois et personne ne me répond au téléphone.',
  });
  const partner = 'la CAF du Nord';
  const reason = 'Le versement de l’allocation logement relève de la CAF.';
  await tx.update(Feedback, { id: sent }, { state: 'transferred', stateBefore: 'received' });
  await tx.insert(Transfer, {
    ...{ id: newId(), feedbackId: sent, fromUnitId: cast.units.desk, partner, reason },
    contact: '3230, du lundi au vendredi, de 9 h à 16 h',
    sentBy: people.quality,
    sentOn: addDays(today, -15),
    askOn: addDays(today, -1),
  });
  await journal.write(tx, quality, 'feedback.transfer', sent, { to: partner, reason });
}
