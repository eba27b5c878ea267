import { IsEmail, IsString, Length } from 'class-validator';
import type { Permission, Role } from '../domain/permissions.js';

/** What signs a member in. */
export class SignInDto {
  @IsEmail()
  email!: string;

  @IsString()
  @Length(1, 200)
  password!: string;
}

/** A role and the unit it is held on. */
export interface MembershipDto {
  role: Role;
  unitId: string;
  unitName: string;
}

/** Who I am and what I may. */
export interface SessionDto {
  person: { id: string; name: string; email: string; language: string };
  organization: { id: string; name: string; colour: string };
  memberships: MembershipDto[];
  /** What I may do on one unit at least. */
  permissions: Permission[];
  /** The unit that a form proposes first. */
  homeUnitId: string | null;
}
