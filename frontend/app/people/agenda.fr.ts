export const words = {
  title: 'Mon agenda',
  lead: 'Vos échéances, vos étapes et les effets que vous devez vérifier, dans l’agenda que vous utilisez déjà. Il suit tout seul ce qui change.',
  private:
    'Le lien est à vous seul : qui l’a voit vos dates sans se connecter. On y lit le titre des actions et des étapes, leur référence et leur service ; jamais ce qu’un usager a dit, ni son nom.',
  make: 'Créer le lien de mon agenda',
  made: 'Le lien est prêt. Copiez-le maintenant : il ne sera plus montré.',
  address: 'Le lien de mon agenda',
  copy: 'Copier le lien',
  open: 'Ouvrir dans mon agenda',
  how: 'Où le coller',
  outlook: '« Ajouter un calendrier », puis « S’abonner à partir du web ».',
  google: '« Autres agendas », le signe +, puis « À partir de l’URL ».',
  apple: '« Ouvrir dans mon agenda », ou « Fichier » puis « Nouvel abonnement à un calendrier ».',
  pace: 'Google et Outlook en ligne lisent le lien depuis Internet et à leur rythme : un changement y met parfois une journée.',
  since: 'Lien créé',
  read: 'Dernière lecture',
  neverRead: 'aucun agenda ne l’a encore lu',
  lost: 'Le lien ne peut pas être montré de nouveau. Vous l’avez perdu, ou quelqu’un d’autre l’a ? Remplacez-le.',
  remake: 'Remplacer le lien',
  remakeTitle: 'Remplacer le lien de votre agenda ?',
  remakeText:
    'L’ancien lien ne donnera plus rien : il faudra coller le nouveau dans chaque agenda où il était.',
  withdraw: 'Retirer le lien',
  withdrawTitle: 'Retirer le lien de votre agenda ?',
  withdrawText:
    'Il ne donnera plus rien, et vos dates disparaîtront des agendas où il était. Vous pourrez en créer un autre.',
  withdrawn: 'Le lien est retiré.',
};
