/**
 * The first part of the addresses where people without an account are received: the server draws
 * these pages itself, and the application knows nothing of them.
 */
const places = /^\/(p|suivi|avis|borne|mur|r|desabonnement|calendriers)(\/|$)/;

/** Whether an address, without its query, is a public page. */
export const isPublicPage = (path: string): boolean => places.test(path);

/** The same for the router, which sets them apart from the API. */
export const publicRoutes = [
  'p/*path',
  'suivi',
  'suivi/*path',
  'avis/*path',
  'borne/*path',
  'mur/*path',
  'r/*path',
  'desabonnement/*path',
  'calendriers/*path',
];
