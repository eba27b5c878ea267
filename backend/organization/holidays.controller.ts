import { Controller, Get, Headers, Query } from '@nestjs/common';
import type { Member } from '../access/member.js';
import { Me, Requires } from '../access/requires.js';
import { Tenancy } from '../database/tenancy.js';
import { addYears } from '../domain/days.js';
import { Refusal } from '../domain/refusal.js';
import { preferredLanguage } from '../words/words.js';
import { holidaysBetween } from './calendar.js';
import { HolidaysQuery, type HolidayDto } from './holidays.dto.js';
import { Organization } from './organization.entity.js';

/** The days on which the organisation does not work. */
@Controller('holidays')
@Requires('signed-in')
export class HolidaysController {
  constructor(private readonly tenancy: Tenancy) {}

  /** The public holidays between two days, a year at most. */
  @Get()
  list(
    @Me() me: Member,
    @Query() { from, to }: HolidaysQuery,
    @Headers('accept-language') language?: string,
  ): Promise<HolidayDto[]> {
    if (to < from || to > addYears(from, 1)) throw new Refusal('invalid', 'input.invalid');
    return this.tenancy.within(me, async (tx) => {
      const { holidayRegion } = await tx.findOneByOrFail(Organization, { id: me.organizationId });
      return holidaysBetween(holidayRegion, from, to, preferredLanguage(language));
    });
  }
}
