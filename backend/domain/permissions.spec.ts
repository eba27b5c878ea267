import { describe, expect, it } from '@jest/globals';
import { permissions, permissionsOf, roles, type Permission, type Role } from './permissions.js';

const read: Permission[] = [
  'feedback.read',
  'analysis.read',
  'action.read',
  'plan.read',
  'unit.read',
  'person.read',
];
const lead: Permission[] = [
  'feedback.qualify',
  'feedback.dismiss',
  'feedback.resolve',
  'feedback.answer',
  'feedback.close',
  'feedback.merge',
  'feedback.transfer',
  'analysis.write',
  'action.create',
  'action.edit',
  'action.progress',
  'action.verify',
  'action.cancel',
  'action.reschedule',
  'action.template',
  'plan.write',
  'wall.moderate',
];
const measures: Permission[] = ['indicator.read', 'scorecard.read'];

/** The same table as the law's, read the other way round: by role. */
const expected: Record<Role, Permission[]> = {
  agent: [...read, 'feedback.create', 'reporter.read'],
  manager: [
    ...[...read, ...lead, ...measures, 'feedback.create', 'reporter.read', 'survey.read'],
    'reminder.load',
  ] as Permission[],
  quality_manager: [
    ...[...read, ...lead, ...measures, 'feedback.create', 'reporter.read', 'survey.read'],
    ...['survey.create', 'indicator.manage', 'scorecard.publish', 'rules.manage'],
    ...(['feedback.import', 'action.template_write', 'reminder.load'] as const),
    ...(['mail.read', 'mail.manage'] as const),
  ] as Permission[],
  elected: [...measures, 'unit.read'],
  administrator: [
    ...[...read, ...measures, 'feedback.create', 'survey.read'],
    ...['unit.manage', 'person.manage', 'rules.manage'],
    ...['feedback.import', 'reminder.load', 'mail.read', 'mail.manage'],
  ] as Permission[],
};

describe('the permission table', () => {
  it.each(roles)('says what a role gives: %s', (role) => {
    expect(permissionsOf(role).sort()).toEqual([...expected[role]].sort());
  });

  it('gives every permission to somebody', () => {
    const given = new Set(roles.flatMap(permissionsOf));
    expect([...given].sort()).toEqual(Object.keys(permissions).sort());
  });

  it('shows elected officials aggregates only', () => {
    const people = /^(feedback|reporter|analysis|action|person|survey)\./;
    expect(permissionsOf('elected').filter((permission) => people.test(permission))).toEqual([]);
  });

  it('keeps who spoke from whoever does not answer them', () => {
    expect(permissions['reporter.read']).not.toContain('administrator');
  });
});
