export const words = {
  title: 'Effet',
  notYetDue: 'À vérifier à partir du {{day}}.',
  due: 'À vérifier depuis le {{day}}.',
  before: 'Avant',
  after: 'Après',
  period: 'Période',
  window: '{{name}}, du {{from}} au {{to}}',
  answers: 'Réponses',
  share: 'Satisfaits',
  times: 'Fois dites',
  interval: 'Intervalle à 95 %',
  between: 'de {{low}} à {{high}}',
  tooFew: 'Moins de {{fewest}} réponses : rien n’est montré.',
  target: '{{target}} attendus',
  n: 'n = {{count}}',
  chart: {
    shares: 'Part de satisfaits avant et après l’action, avec leurs intervalles à 95 %',
    counts: 'Nombre de fois où le problème a été dit avant et après l’action',
  },
  oneLeft: 'La fiche qui a fait agir n’est pas comptée avant : sans elle, personne ne compterait.',
  how: 'Avant : les jours qui précèdent le début du travail. Après : depuis que l’action est faite. Les deux périodes ont la même longueur ; les réponses sont celles du service et de ceux qui en dépendent.',
  howCounts:
    'Sont comptées les fiches qui ressemblent à celles d’où vient l’action, dans les mêmes services, sur deux périodes de même longueur.',
  says: {
    target_met:
      'Après l’action, {{share}} de satisfaits sur {{count}} réponses. Même le bas de l’intervalle ({{low}}) atteint les {{target}} attendus.',
    target_missed:
      'Après l’action, {{share}} de satisfaits sur {{count}} réponses. Même le haut de l’intervalle ({{high}}) reste sous les {{target}} attendus.',
    target_within:
      'Après l’action, {{share}} de satisfaits sur {{count}} réponses. L’intervalle va de {{low}} à {{high}}, de part et d’autre des {{target}} attendus : on ne peut pas trancher.',
    too_few_answers_zero: 'Aucune réponse depuis l’action : il en faut au moins {{fewest}}.',
    too_few_answers_one: 'Une seule réponse depuis l’action : il en faut au moins {{fewest}}.',
    too_few_answers_other:
      '{{count}} réponses depuis l’action : il en faut au moins {{fewest}} pour montrer un chiffre.',
    not_yet_share: 'La période n’est pas finie : rien n’est conclu avant le {{day}}.',
    not_yet_count:
      'Rien n’est revenu jusqu’ici. Il est trop tôt pour conclure : la période finit le {{day}}.',
    came_back_one: 'Le problème a été dit de nouveau dans les {{days}} jours qui ont suivi.',
    came_back_other:
      'Le problème a été dit de nouveau {{count}} fois dans les {{days}} jours qui ont suivi.',
    silence_telling:
      'Plus rien en {{days}} jours, contre {{before}} fiches avant : ce silence ne doit presque rien au hasard.',
    too_few_before_zero:
      'Plus rien en {{days}} jours, mais rien d’autre ne l’avait dit avant : pas assez de cas avant pour conclure.',
    too_few_before_one:
      'Plus rien en {{days}} jours, contre une fiche avant : pas assez de cas avant pour conclure.',
    too_few_before_other:
      'Plus rien en {{days}} jours, contre {{count}} fiches avant : pas assez de cas avant pour conclure.',
  },
  change: {
    up: 'La part a augmenté, de {{before}} à {{after}} : entre {{low}} et {{high}} points de plus.',
    down: 'La part a baissé, de {{before}} à {{after}} : entre {{low}} et {{high}} points de moins.',
    none: 'De {{before}} à {{after}} : l’écart peut être dû au hasard.',
  },
  propose: {
    title: 'Les chiffres disent : {{verdict}}',
    text: 'Confirmez-vous ? Les chiffres seront gardés tels qu’ils sont aujourd’hui.',
    confirm: {
      effective: 'Confirmer : efficace',
      inconclusive: 'Confirmer : pas de conclusion',
      ineffective: 'Confirmer et reprendre l’action',
    },
    other: 'Donner un autre avis',
  },
  given: {
    said: '{{verdict}} : avis rendu le {{day}}.',
    saidBy: '{{verdict}} : avis rendu par {{name}} le {{day}}.',
    agreed: 'Les chiffres disaient la même chose.',
    differed: 'Les chiffres disaient : {{verdict}}.',
    frozen: 'Les chiffres sont ceux du jour de l’avis.',
  },
  successor: {
    open: 'Ouvrir une action qui prend la suite',
    hint: 'L’action n’a pas eu l’effet attendu ? Une autre peut prendre la suite, avec les mêmes origines et la même vérification.',
    title: 'Ouvrir l’action qui prend la suite',
    name: 'Que va-t-on faire cette fois ?',
    owner: 'Qui s’en charge ?',
    dueOn: 'Pour quand ?',
    description: 'Précisions',
    note: 'Comment savez-vous que la première n’a pas eu l’effet attendu ?',
    send: 'Ouvrir l’action',
    done: 'L’action {{reference}} prend la suite.',
  },
  again: {
    title: 'Ce qui est revenu',
    lead: 'Des fiches reçues depuis ressemblent à celles d’où vient cette action.',
    feedback: 'Fiche {{reference}}',
    apart: 'Ce n’est pas la même chose',
    apartFrom: 'Ce n’est pas la même chose : fiche {{reference}}',
    apartDone: 'La fiche {{reference}} n’est plus signalée.',
    dismissed: 'Pas la même chose, selon {{name}}.',
    restore: 'La signaler de nouveau',
    restoreOf: 'La signaler de nouveau : fiche {{reference}}',
    sign_one: 'dit de nouveau',
    sign_other: 'dit {{count}} fois de nouveau',
    onFeedback: 'Cela ressemble à ce qu’une action devait régler',
    onFeedbackAction: 'Action {{reference}}, faite le {{day}}',
  },
};
