import type { Tenant } from '../database/tenancy.js';
import { permissionsOf, type Permission, type Role } from '../domain/permissions.js';
import { Refusal } from '../domain/refusal.js';

/** A role with every unit it holds on. */
export interface Holding {
  role: Role;
  unitId: string;
  unitName: string;
  /** The unit and all those below it. */
  unitIds: string[];
}

/** Who asks: a signed-in member, with what they may do and where. */
export class Member implements Tenant {
  constructor(
    readonly organizationId: string,
    readonly id: string,
    readonly name: string,
    readonly email: string,
    readonly language: string,
    readonly holdings: Holding[],
    /** How they are known, where it is not by their session. */
    readonly via?: 'mail',
  ) {}

  /** The units on which I may do this. */
  unitsFor(permission: Permission): string[] {
    const held = this.holdings.filter(({ role }) => permissionsOf(role).includes(permission));
    return [...new Set(held.flatMap(({ unitIds }) => unitIds))];
  }

  /** Whether I may do this on this unit; without a unit, on one at least. */
  may(permission: Permission, unitId?: string): boolean {
    const units = this.unitsFor(permission);
    return unitId === undefined ? units.length > 0 : units.includes(unitId);
  }

  /** @throws Refusal `permission.missing`. */
  must(permission: Permission, unitId?: string): void {
    if (!this.may(permission, unitId)) {
      throw new Refusal('forbidden', 'permission.missing', { permission });
    }
  }

  get permissions(): Permission[] {
    return [...new Set(this.holdings.flatMap(({ role }) => permissionsOf(role)))];
  }
}
