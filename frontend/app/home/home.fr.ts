export const words = {
  title: 'Ce qui m’attend aujourd’hui',
  greeting: 'Bonjour {{name}}, nous sommes le {{day}}',
  nothing: 'Rien ne vous attend aujourd’hui',
  nothingText:
    'Les fiches à qualifier, les actions dont vous êtes pilote et les effets à vérifier viendront ici.',
  calls: 'On vous a mentionné',
  late: 'En retard envers les personnes',
  myActions: 'Mes actions',
  toVerify: 'Effets à vérifier',
  disowned: 'Pilotes à confirmer ou à changer',
  toDecide: 'Reports à décider',
  toQualify: 'Fiches à qualifier',
  toReceive: 'Fiches transmises à mes services, à recevoir',
  toAsk: 'À demander : le partenaire l’a-t-il reçue ?',
  toAnswer: 'Fiches résolues, à répondre et à clore',
  logged: 'Ce que j’ai signalé dernièrement',
  seeAll: 'Voir les {{count}}',
};
