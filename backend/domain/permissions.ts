/** A role, held on a unit and on every unit below it. */
export const roles = ['agent', 'manager', 'quality_manager', 'elected', 'administrator'] as const;
export type Role = (typeof roles)[number];

const staff = ['agent', 'manager', 'quality_manager', 'administrator'] as const;
const lead = ['manager', 'quality_manager'] as const;

/**
 * Who may do what. A route names one of these permissions; a page shows a button for it; nothing
 * else decides. An action's owner may besides read it and report its progress, whatever their role.
 */
export const permissions = {
  'feedback.create': staff,
  'feedback.read': staff,
  'feedback.qualify': lead,
  'feedback.dismiss': lead,
  'feedback.resolve': lead,
  'feedback.answer': lead,
  'feedback.close': lead,
  'feedback.merge': lead,
  'feedback.transfer': lead,
  'feedback.import': ['quality_manager', 'administrator'],
  'rules.manage': ['quality_manager', 'administrator'],
  'reminder.load': ['manager', 'quality_manager', 'administrator'],
  'reporter.read': ['agent', 'manager', 'quality_manager'],
  'analysis.read': staff,
  'analysis.write': lead,
  'action.read': staff,
  'action.create': lead,
  'action.edit': lead,
  'action.progress': lead,
  'action.verify': lead,
  'action.cancel': lead,
  'action.reschedule': lead,
  'action.template': lead,
  'action.template_write': ['quality_manager'],
  'plan.read': staff,
  'plan.write': lead,
  'survey.read': ['manager', 'quality_manager', 'administrator'],
  'survey.create': ['quality_manager'],
  'indicator.read': ['manager', 'quality_manager', 'elected', 'administrator'],
  'indicator.manage': ['quality_manager'],
  'scorecard.read': ['manager', 'quality_manager', 'elected', 'administrator'],
  'scorecard.publish': ['quality_manager'],
  'wall.moderate': lead,
  'unit.read': [...staff, 'elected'],
  'unit.manage': ['administrator'],
  'person.read': staff,
  'person.manage': ['administrator'],
  'mail.read': ['quality_manager', 'administrator'],
  'mail.manage': ['quality_manager', 'administrator'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissions;

/** The permissions that a role gives on the units it holds. */
export function permissionsOf(role: Role): Permission[] {
  return (Object.keys(permissions) as Permission[]).filter((permission) =>
    (permissions[permission] as readonly Role[]).includes(role),
  );
}
