export const words = {
  title: 'Ce qui vous attend',
  greeting: 'Bonjour {{name}}',
  nothing: 'Rien ne vous attend aujourd’hui',
  nothingText:
    'Les fiches à qualifier, les actions dont vous êtes pilote et les effets à vérifier viendront ici.',
  myActions: 'Mes actions',
  toVerify: 'Effets à vérifier',
  toQualify: 'Fiches à qualifier',
  toAnswer: 'Réponses à donner',
  logged: 'Ce que j’ai signalé',
  seeAll_one: 'Voir {{count}} de plus',
  seeAll_other: 'Voir les {{count}} autres',
  late: 'En retard',
};
