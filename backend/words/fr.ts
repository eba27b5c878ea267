/** What the server says in French: refusals by their code, then the letters. */
export const fr = {
  fault:
    'Une erreur est survenue de notre côté. Réessayez dans un instant ; si elle persiste, prévenez votre administrateur.',
  busy: 'Une autre personne modifie cet élément au même moment. Réessayez.',
  'database.down':
    'La base de données ne répond pas. Rien n’a été enregistré ; réessayez dans un instant.',
  'disk.full': 'Le serveur n’a plus de place pour enregistrer. Prévenez votre administrateur.',
  'rate.exceeded': 'Trop de demandes en peu de temps. Patientez une minute, puis réessayez.',
  'route.unknown': 'Cette adresse n’existe pas.',
  'route.closed': 'Cette adresse n’est pas ouverte.',
  'input.unreadable': 'La demande n’a pas pu être lue. Vérifiez son format.',
  'input.too_large': 'Cet envoi est trop volumineux. Raccourcissez-le.',
  'input.invalid': 'Certaines réponses sont à corriger.',
  'input.invalid_character':
    'Le texte contient un caractère invisible qui ne peut pas être enregistré. Recopiez-le sans mise en forme.',
  'request.forged':
    'Cet envoi vient d’un autre site, ou d’une page trop ancienne. Rechargez la page, puis réessayez.',
  'record.unknown': 'Cet élément n’existe pas, ou vous n’y avez pas accès.',
  'session.missing': 'Votre session est terminée. Connectez-vous de nouveau.',
  'session.refused': 'L’adresse ou le mot de passe ne convient pas.',
  'permission.missing': 'Votre rôle ne permet pas de faire cela ici.',
  'move.forbidden':
    'Ce n’est plus possible à cette étape. Rechargez la page pour voir où en est le dossier.',
  'door.unknown.unit':
    'Ce lien ne mène à aucun service. Vérifiez l’adresse, ou demandez à l’accueil.',
  'door.unknown.campaign':
    'Ce lien ne mène à aucune enquête. Vérifiez l’adresse, ou demandez à l’accueil.',
  'door.unknown.follow_up':
    'Aucun message ne correspond à ce code. Vérifiez-le : il a dix signes, en deux groupes de cinq.',
  'door.unknown.invitation': 'Cette invitation n’existe pas, ou elle a déjà servi.',
  'door.expired': 'Ce lien n’est plus valable. Demandez-en un nouveau.',
  'organization.exists': 'Cette installation a déjà son organisme. Connectez-vous.',
  'unit.unknown': 'Ce service n’existe pas, ou vous n’y avez pas accès.',
  'theme.unknown': 'Cette thématique n’existe pas.',
  'person.exists': 'Une personne utilise déjà cette adresse.',
  'person.unknown': 'Cette personne ne fait pas partie de votre organisme.',
  'feedback.unknown': 'Cette fiche n’existe pas, ou vous n’y avez pas accès.',
  'feedback.code_taken':
    'Un premier envoi de ce message est déjà arrivé, un peu différent. Envoyez de nouveau pour enregistrer aussi celui-ci.',
  'feedback.action_open':
    'Une action issue de cette fiche est encore ouverte. Terminez-la ou annulez-la d’abord.',
  'feedback.nothing_done':
    'Aucune action n’a été réalisée : écrivez pourquoi aucune n’est nécessaire.',
  'feedback.answer_missing': 'La personne attend une réponse. Répondez-lui avant de clore.',
  'attachment.unknown': 'Cette pièce jointe n’existe pas, ou vous n’y avez pas accès.',
  'attachment.missing': 'Aucun fichier n’est arrivé. Choisissez-le de nouveau.',
  'attachment.empty': 'Ce fichier est vide. Choisissez-en un autre.',
  'attachment.unsupported':
    'Ce fichier ne peut pas être joint. Sont acceptés : les photos (JPEG, PNG, WebP), les documents PDF et les enregistrements sonores (MP3, M4A, AAC, OGG, WebM, WAV).',
  'attachment.broken':
    'Cette image est abîmée ou trop grande : elle ne peut pas être lue. Refaites la photo, ou choisissez-en une autre.',
  'attachment.too_large':
    'Ce fichier est trop lourd : {{megabytes}} Mo au plus. Choisissez-en un plus léger.',
  'attachment.too_many':
    'Il y a déjà {{maximum}} pièces jointes : c’est le plus que l’on peut en garder.',
  'attachment.over':
    'Ce message est déjà traité : on ne peut plus y joindre de fichier. Écrivez-nous de nouveau.',
  'action.origin_missing':
    'Une action a toujours une origine : indiquez la fiche ou le constat dont elle vient.',
  'action.verdict_by_owner':
    'L’effet d’une action est vérifié par une autre personne que son pilote.',
  'action.verifier_is_owner':
    'Le vérificateur ne peut pas être le pilote. Choisissez une autre personne.',
  'survey.unknown': 'Cette enquête n’existe pas.',
  'campaign.exists': 'Cette enquête est déjà ouverte dans ce service.',
  'period.reversed': 'La fin de la période vient avant son début.',
  'field.isNotEmpty': 'À remplir.',
  'field.minLength': '{{constraint1}} signes au moins.',
  'field.maxLength': '{{constraint1}} signes au plus.',
  'field.isEmail': 'Une adresse comme nom@exemple.fr.',
  'field.isIn': 'Un choix de la liste.',
  'field.isUuid': 'Un choix de la liste.',
  'field.isDateString': 'Une date comme 2026-11-24.',
  'field.isHexColor': 'Une couleur comme #0f5c63.',
  'field.isInt': 'Un nombre entier.',
  'field.isBoolean': 'Oui ou non.',
  'field.min': '{{constraint1}} au moins.',
  'field.max': '{{constraint1}} au plus.',
  'field.isArray': 'Une liste.',
  'field.whitelistValidation': 'Ce champ n’existe pas.',
  'field.other': 'Cette réponse ne convient pas.',
  'mail.automatic': 'Message envoyé par {{organization}} avec Boucle.',
  'mail.greeting': 'Bonjour {{name}},',
  'mail.greeting_nameless': 'Bonjour,',
  'mail.invitation.subject': '{{organization}} vous invite sur Boucle',
  'mail.invitation.body':
    '{{inviter}} vous ouvre un accès à Boucle, l’outil de suivi de la qualité de {{organization}}. Votre rôle : {{role}}, pour {{unit}}.',
  'mail.invitation.link': 'Choisir mon mot de passe',
  'mail.invitation.expiry': 'Ce lien vaut 14 jours et ne sert qu’une fois.',
  'mail.acknowledgement.subject': 'Nous avons bien reçu votre message ({{reference}})',
  'mail.acknowledgement.body':
    'Merci d’avoir pris le temps de nous écrire au sujet de « {{unit}} ». Votre message porte la référence {{reference}}.',
  'mail.acknowledgement.code':
    'Votre code de suivi : {{code}}. Gardez-le : il permet de voir à tout moment ce que devient votre message.',
  'mail.acknowledgement.link': 'Suivre mon message',
  'mail.answer.subject': 'Notre réponse à votre message ({{reference}})',
  'mail.answer.intro':
    'Vous nous avez écrit le {{day}} au sujet de « {{unit}} ». Voici notre réponse.',
  'mail.digest.subject_one': 'Une action vous attend',
  'mail.digest.subject_other': '{{count}} actions vous attendent',
  'mail.digest.late': 'En retard',
  'mail.digest.today': 'Pour aujourd’hui',
  'mail.digest.soon': 'Bientôt',
  'mail.digest.due': 'échéance : {{day}}',
  'mail.digest.why':
    'Vous recevez ce message parce que vous pilotez ces actions. Un seul message par jour au plus, jamais le week-end.',
  'role.agent': 'agent d’accueil',
  'role.manager': 'responsable de service',
  'role.quality_manager': 'responsable qualité',
  'role.elected': 'élu·e',
  'role.administrator': 'administrateur',
};
