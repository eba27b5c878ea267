import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import type { Member } from '../access/member.js';
import { Me, Requires } from '../access/requires.js';
import {
  SavePreferencesDto,
  StandInsQuery,
  type PreferencesDto,
  type StandInDto,
} from './preferences.dto.js';
import { Preferences } from './preferences.service.js';

/** What each person wishes of their reminders; nobody sees or changes another's. */
@Controller('me')
@Requires('signed-in')
export class PreferencesController {
  constructor(private readonly preferences: Preferences) {}

  /** What I wish of my reminders. */
  @Get('preferences')
  read(@Me() me: Member): Promise<PreferencesDto> {
    return this.preferences.read(me);
  }

  /** How often I am written to, and who is told while I am away. */
  @Put('preferences')
  save(@Me() me: Member, @Body() wishes: SavePreferencesDto): Promise<PreferencesDto> {
    return this.preferences.save(me, wishes);
  }

  /** Those who may stand in for me. */
  @Get('stand-ins')
  standIns(@Me() me: Member, @Query() { q }: StandInsQuery): Promise<StandInDto[]> {
    return this.preferences.standIns(me, q);
  }
}
