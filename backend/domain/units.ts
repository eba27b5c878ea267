export const unitKinds = [
  'organization',
  'department',
  'reception',
  'care_home',
  'home_help',
  'sessad',
  'esat',
  'other',
] as const;
export type UnitKind = (typeof unitKinds)[number];
