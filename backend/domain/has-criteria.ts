/**
 * The criteria of the HAS's evaluation of social and medico-social establishments that a record can
 * prove: 3.10 continuous improvement, 3.11 maltreatment, 3.12 complaints, 3.13 adverse events.
 */
export const hasCriteria = [
  'has_3_10',
  'has_3_11_1',
  'has_3_11_2',
  'has_3_12_1',
  'has_3_12_2',
  'has_3_12_3',
  'has_3_13',
] as const;
export type HasCriterion = (typeof hasCriteria)[number];
