import { Controller, Get } from '@nestjs/common';
import type { Member } from '../access/member.js';
import { Me, Requires } from '../access/requires.js';
import type { HomeDto } from './home.dto.js';
import { Home } from './home.service.js';

/** What I owe today. */
@Controller('home')
export class HomeController {
  constructor(private readonly home: Home) {}

  /** What I owe today, by what I may do. */
  @Get()
  @Requires('signed-in')
  read(@Me() me: Member): Promise<HomeDto> {
    return this.home.read(me);
  }
}
