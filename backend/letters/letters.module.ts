import { Module } from '@nestjs/common';
import { LettersController } from './letters.controller.js';
import { Letters } from './letters.service.js';
import { Previews } from './previews.js';
import { SetAside } from './set-aside.service.js';

/** What leaves by mail, as those who answer for it see it. */
@Module({
  controllers: [LettersController],
  providers: [Letters, Previews, SetAside],
  exports: [SetAside],
})
export class LettersModule {}
