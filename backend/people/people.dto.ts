import { IsEmail, IsIn, IsString, IsUUID, Length, Matches } from 'class-validator';
import type { MembershipDto } from '../access/session.dto.js';
import type { MailProblem } from '../domain/mail-problem.js';
import { roles, type Role } from '../domain/permissions.js';

/** Somebody to invite by e-mail, with a role on a unit. */
export class InvitePersonDto {
  @IsString()
  @Length(2, 120)
  @Matches(/\S/)
  name!: string;

  @IsEmail()
  email!: string;

  @IsIn(roles)
  role!: Role;

  @IsUUID()
  unitId!: string;
}

/** The answer to an invitation. */
export class AcceptInvitationDto {
  @IsString()
  @Length(12, 200)
  password!: string;
}

/** A member of the organisation. */
export interface PersonDto {
  id: string;
  name: string;
  email: string;
  memberships: MembershipDto[];
  /** `invited` until a password is chosen. */
  state: 'invited' | 'active';
  /** Why letters do not reach them, for those who look after the mail. */
  unreached: MailProblem | null;
}

/** What an invited person is shown before choosing a password. */
export interface InvitationDto {
  name: string;
  email: string;
  organizationName: string;
}

/** A member as the others name them. */
export interface NamedDto {
  id: string;
  name: string;
}
