import { words as domain } from '../../../backend/domain/words.fr';
import { words as session } from '../session/session.fr';
import { words as shell } from '../shell/shell.fr';
import { words as ui } from '../ui/ui.fr';

/** The words that are always there; a room's own come with the room (dictionaries.ts). */
export const words = {
  domain,
  session,
  shell,
  ui,
  dates: {
    moment: '{{day}} à {{time}}',
    dueToday: 'pour aujourd’hui',
    lateNow: 'en retard',
    left_one: 'il reste {{count}} jour ouvré',
    left_other: 'il reste {{count}} jours ouvrés',
    late_one: 'en retard de {{count}} jour ouvré',
    late_other: 'en retard de {{count}} jours ouvrés',
  },
  /** The server's sentence is used for any code that isn't here. */
  errors: {
    title: 'Ça n’a pas marché',
    network: {
      down: 'Le serveur ne répond pas. Vérifiez votre connexion, puis réessayez : ce que vous avez écrit est gardé.',
    },
    status: {
      '400': 'Quelque chose est à corriger dans ce qui a été envoyé.',
      '401': 'Il faut se connecter pour continuer.',
      '403': 'Votre rôle ne permet pas de faire cela. Parlez-en à votre responsable qualité.',
      '404': 'Cette page n’existe pas, ou vous n’y avez pas accès.',
      '409':
        'Quelqu’un a sans doute avancé entre-temps. Rechargez la page pour voir où l’on en est.',
      '410': 'Ce lien n’est plus valable.',
      '413': 'C’est trop volumineux pour être envoyé.',
      '429': 'Trop d’essais en peu de temps. Attendez une minute, puis réessayez.',
      '500': 'Le serveur a rencontré une panne. Elle est notée ; réessayez dans un moment.',
      '503': 'Le service est arrêté quelques instants. Réessayez bientôt.',
    },
  },
};
