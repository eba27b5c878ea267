/** What people say, varied enough for a search to have something to find: the same text for the same number. */
export function wordOf(number) {
  let state = number * 2_654_435_761;
  const pick = (choices) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return choices[Math.floor((state / 2 ** 32) * choices.length)];
  };
  const sentences = [
    () => `${pick(moments)}, ${pick(subjects)} ${pick(troubles)} ${pick(places)}.`,
    () => `${pick(speakers)} ${pick(consequences)} ${pick(lengths)}.`,
    () => `${pick(wishes)} ${pick(remedies)} pour ${pick(publics)}.`,
    () => `${pick(thanks)} ${pick(qualities)} ${pick(places)}.`,
  ];
  return Array.from({ length: 2 + (number % 4) }, () => pick(sentences)()).join(' ');
}

const moments = [
  ...['Ce matin', 'Hier après-midi', 'Lundi dernier', 'Depuis la rentrée', 'Pendant les vacances'],
  ...['Le jour du marché', 'À l’heure du déjeuner', 'Pour la troisième fois', 'Chaque vendredi'],
  ...['Au mois de février', 'Avant le conseil', 'Après la tempête', 'Un dimanche sur deux'],
];
const subjects = [
  ...['le distributeur de tickets', 'l’ascenseur', 'la porte automatique', 'le chauffage'],
  ...['le formulaire de demande', 'la télévision du salon', 'le portail internet', 'le téléphone'],
  ...['le dossier d’aide sociale', 'la livraison des repas', 'le lève-personne', 'l’affichage'],
  ...['la rampe d’accès', 'le minibus', 'la salle d’attente', 'le courrier de relance'],
  ...['la facture de la cantine', 'l’interphone', 'l’infirmière de nuit', 'la carte de transport'],
  ...['le badge d’entrée', 'le robinet', 'la photocopieuse', 'le rendez-vous', 'l’écran d’appel'],
];
const troubles = [
  ...['ne marche plus', 'est en panne', 'a été annulé sans prévenir', 'fuit', 'reste fermé'],
  ...['a été perdu', 'arrive toujours en retard', 'fait un bruit épuisant', 'est illisible'],
  ...['demande des pièces déjà fournies', 'coupe au milieu de la démarche', 'est trop lourd'],
  ...['n’a pas été remplacé', 'comporte une erreur de montant', 'est inaccessible en fauteuil'],
];
const places = [
  ...['à l’accueil de la mairie', 'à la résidence des Tilleuls', 'au foyer', 'au premier étage'],
  ...['dans la salle à manger', 'au service des aînés', 'à l’antenne de quartier', 'en crèche'],
  ...['au centre d’hébergement', 'à l’épicerie solidaire', 'au guichet numéro trois'],
  ...['dans le couloir du secrétariat', 'à domicile', 'sur le parking', 'au jardin partagé'],
];
const speakers = [
  ...['Ma mère', 'Notre voisine', 'Une dame âgée', 'Mon fils handicapé', 'Un monsieur malvoyant'],
  ...[
    'La famille',
    'Le tuteur',
    'Une bénévole',
    'L’aide-soignante',
    'Une jeune maman',
    'Mon frère',
  ],
];
const consequences = [
  ...['a attendu debout', 'est repartie sans réponse', 'a dû revenir', 'a payé deux fois'],
  ...['n’a reçu aucune explication', 'est restée sans repas', 'a glissé sur le sol mouillé'],
  ...['a été orienté vers un autre bureau', 'a renoncé à sa demande', 'n’a pas pu se laver'],
];
const lengths = [
  ...['pendant deux heures', 'toute la journée', 'malgré nos réclamations', 'sous la pluie'],
  ...['depuis trois semaines', 'le soir même', 'faute de personnel', 'sans raison connue'],
];
const wishes = [
  ...['Il faudrait installer', 'Je propose', 'Pourriez-vous prévoir', 'Nous souhaitons'],
  ...['Une bonne idée serait', 'Les habitants demandent', 'On pourrait organiser'],
];
const remedies = [
  ...['des bancs', 'un éclairage plus doux', 'une permanence le samedi', 'des pictogrammes'],
  ...['un interprète', 'une boîte à idées', 'des horaires élargis', 'un atelier informatique'],
  ...['des menus sans sel', 'un numéro gratuit', 'une borne de recharge', 'des brochures simples'],
  ...['une visite guidée', 'une boucle magnétique', 'des fauteuils roulants de prêt'],
];
const publics = [
  ...['les personnes âgées', 'les enfants', 'les nouveaux arrivants', 'les proches aidants'],
  ...['les résidents', 'ceux qui lisent difficilement', 'les familles monoparentales', 'tous'],
];
const thanks = ['Merci pour', 'Je tiens à saluer', 'Nous avons apprécié', 'Bravo pour'];
const qualities = [
  ...['la gentillesse de l’équipe', 'la patience de la conseillère', 'la rapidité de la réponse'],
  ...['les animations de Noël', 'la qualité des repas', 'la propreté des chambres'],
  ...['les conseils du travailleur social', 'l’écoute de la psychologue', 'le calme des lieux'],
];
