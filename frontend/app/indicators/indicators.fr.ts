export const words = {
  title: 'Indicateurs',
  lead: 'Les douze derniers mois, dans les services que vous suivez.',
  empty: 'Aucun indicateur pour l’instant',
  emptyText:
    'Un indicateur se remplit avec les réponses à une enquête. Choisissez l’enquête et l’objectif à atteindre.',
  emptyReader:
    'Ceux que la personne responsable de la qualité suivra viendront ici, mois par mois.',
  follow: 'Suivre un indicateur',
  form: {
    name: 'Nom',
    nameHint: 'Ce qui est mesuré : « Part de visiteurs satisfaits ».',
    survey: 'Enquête qui le remplit',
    chooseSurvey: 'Choisir une enquête',
    target: 'Objectif, en pourcentage de personnes satisfaites',
    targetHint:
      'Un objectif n’est dit atteint ou manqué que si toute la marge est du même côté. Sinon, aucune conclusion n’est possible.',
    save: 'Suivre cet indicateur',
    saved: '« {{name}} » est suivi.',
    noSurvey:
      'Un indicateur se remplit avec les réponses à une enquête, et il n’y en a pas encore. Écrivez d’abord une enquête.',
    toSurveys: 'Aller aux enquêtes',
  },
  source: 'Question posée : « {{question}} »',
  verdict: {
    met: 'L’objectif de {{target}} est atteint : même la valeur la plus basse possible l’atteint.',
    missed:
      'L’objectif de {{target}} n’est pas atteint : même la valeur la plus haute possible reste en dessous.',
    inconclusive:
      'Aucune conclusion possible : l’objectif de {{target}} est parmi les valeurs possibles.',
    tooFew:
      'Aucune conclusion possible : trop peu de réponses pour comparer à l’objectif de {{target}}.',
  },
  months: 'Mois par mois',
  month: 'Mois',
  monthsTable: 'Les chiffres de chaque mois',
  monthsCaption: '{{name}}, mois par mois',
  noMonth: 'Aucune réponse ces douze derniers mois.',
  chart: 'Courbe de « {{name}} » mois par mois. {{sentence}}',
  change: {
    tooFew: 'Il faut deux mois d’au moins {{fewest}} réponses pour parler d’un changement.',
    none: 'De {{from}} à {{to}}, aucun changement n’est établi : les marges se recouvrent.',
    up: 'De {{from}} à {{to}}, la part de personnes satisfaites a augmenté : {{before}}, puis {{after}}.',
    down: 'De {{from}} à {{to}}, la part de personnes satisfaites a baissé : {{before}}, puis {{after}}.',
  },
  reading:
    'Chaque point est la part de personnes satisfaites un mois donné. Le trait vertical dit entre quelles valeurs se trouve la vraie part. Un mois de moins de {{fewest}} réponses n’a pas de point.',
  n: 'n =',
  actOn: 'Ouvrir une action sur {{month}}',
  units: 'Service par service',
  unit: 'Service',
  unitsCaption: '{{name}}, service par service',
  noUnit: 'Aucun service n’a encore de réponse.',
};
