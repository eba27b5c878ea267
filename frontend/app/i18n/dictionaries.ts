/**
 * The words of each room, loaded with it. A room adds one line here, writes `words` in
 * `<room>/<room>.fr.ts` and `<room>/<room>.en.ts`, and is opened by `withWords()` in routes.ts.
 */
export const dictionaries = {
  actions: {
    fr: () => import('../actions/actions.fr'),
    en: () => import('../actions/actions.en'),
  },
  attachments: {
    fr: () => import('../attachments/attachments.fr'),
    en: () => import('../attachments/attachments.en'),
  },
  answering: {
    fr: () => import('../answering/answering.fr'),
    en: () => import('../answering/answering.en'),
  },
  analyses: {
    fr: () => import('../analyses/analyses.fr'),
    en: () => import('../analyses/analyses.en'),
  },
  feedback: {
    fr: () => import('../feedback/feedback.fr'),
    en: () => import('../feedback/feedback.en'),
  },
  home: { fr: () => import('../home/home.fr'), en: () => import('../home/home.en') },
  imports: { fr: () => import('../imports/imports.fr'), en: () => import('../imports/imports.en') },
  indicators: {
    fr: () => import('../indicators/indicators.fr'),
    en: () => import('../indicators/indicators.en'),
  },
  letters: { fr: () => import('../letters/letters.fr'), en: () => import('../letters/letters.en') },
  organization: {
    fr: () => import('../organization/organization.fr'),
    en: () => import('../organization/organization.en'),
  },
  planSheets: {
    fr: () => import('../plan-sheets/plan-sheets.fr'),
    en: () => import('../plan-sheets/plan-sheets.en'),
  },
  people: { fr: () => import('../people/people.fr'), en: () => import('../people/people.en') },
  plans: { fr: () => import('../plans/plans.fr'), en: () => import('../plans/plans.en') },
  reminderRules: {
    fr: () => import('../reminder-rules/reminder-rules.fr'),
    en: () => import('../reminder-rules/reminder-rules.en'),
  },
  scorecards: {
    fr: () => import('../scorecards/scorecards.fr'),
    en: () => import('../scorecards/scorecards.en'),
  },
  surveys: { fr: () => import('../surveys/surveys.fr'), en: () => import('../surveys/surveys.en') },
  work: { fr: () => import('../work/work.fr'), en: () => import('../work/work.en') },
  wall: { fr: () => import('../wall/wall.fr'), en: () => import('../wall/wall.en') },
} satisfies Record<string, Record<'fr' | 'en', () => Promise<{ words: object }>>>;
