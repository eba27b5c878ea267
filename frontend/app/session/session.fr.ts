export const words = {
  title: 'Connexion',
  lead: 'Chaque parole mérite une suite.',
  story:
    'Ce qu’une personne nous dit est entendu, compris, suivi d’une action dont on mesure l’effet. Puis on lui répond.',
  email: 'Adresse électronique',
  password: 'Mot de passe',
  show: 'Afficher le mot de passe',
  newPassword: 'Choisissez un mot de passe',
  newPasswordHint: '{{count}} caractères au moins. Une phrase facile à retenir convient très bien.',
  signIn: 'Se connecter',
  noAccount: 'Pas de compte ? Votre administration peut vous inviter.',
  publicTitle: 'Vous avez un code de suivi ?',
  publicLink: 'Suivre ma demande',
  expiredTitle: 'Votre session a pris fin',
  expired:
    'Rien de ce que vous avez écrit n’est perdu. Donnez votre mot de passe pour continuer là où vous en étiez.',
  another: 'Changer de compte',
  continue: 'Continuer',
  signOut: 'Se déconnecter',
};
