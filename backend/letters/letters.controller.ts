import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import type { Member } from '../access/member.js';
import { Id, Me, Requires } from '../access/requires.js';
import {
  PreviewQuery,
  ResendLetterDto,
  type LetterPreviewDto,
  type PreviewKindDto,
  type StuckMailDto,
} from './letters.dto.js';
import { Letters } from './letters.service.js';
import { Previews } from './previews.js';
import { SetAside } from './set-aside.service.js';

/** What leaves by mail: what it looks like, and what did not leave. */
@Controller('mail')
@Requires('mail.read')
export class LettersController {
  constructor(
    private readonly letters: Letters,
    private readonly previews: Previews,
    private readonly aside: SetAside,
  ) {}

  /** The letters that failed or have waited long, and the addresses that letters do not reach. */
  @Get('letters')
  stuck(@Me() me: Member): Promise<StuckMailDto> {
    return this.letters.stuck(me);
  }

  /** Sends once more all that failed; gives how many. */
  @Post('letters/resend')
  @HttpCode(200)
  @Requires('mail.manage')
  async resendAll(@Me() me: Member): Promise<{ count: number }> {
    return { count: await this.letters.resendAll(me) };
  }

  /** Sends one once more, to a corrected address where one is given. */
  @Post('letters/:id/resend')
  @HttpCode(204)
  @Requires('mail.manage')
  resend(@Me() me: Member, @Id() id: string, @Body() { address }: ResendLetterDto): Promise<void> {
    return this.letters.resend(me, id, address);
  }

  /** Puts one aside that failed: it is neither listed nor sent any more. */
  @Put('letters/:id/aside')
  @HttpCode(204)
  @Requires('mail.manage')
  setAside(@Me() me: Member, @Id() id: string): Promise<void> {
    return this.aside.put(me, id);
  }

  /** Takes it back, until what it says is erased a day later. */
  @Delete('letters/:id/aside')
  @HttpCode(204)
  @Requires('mail.manage')
  takeBack(@Me() me: Member, @Id() id: string): Promise<void> {
    return this.aside.takeBack(me, id);
  }

  /** Every kind of letter, with the languages in which it is written. */
  @Get('previews')
  kinds(): PreviewKindDto[] {
    return this.previews.kinds();
  }

  /** A letter of this kind with invented facts, as it would leave. */
  @Get('previews/:kind')
  preview(
    @Me() me: Member,
    @Param('kind') kind: string,
    @Query() { language }: PreviewQuery,
  ): Promise<LetterPreviewDto> {
    return this.previews.draw(me, kind, language);
  }
}
