import { Module } from '@nestjs/common';
import { LettersController } from './letters.controller.js';
import { Letters } from './letters.service.js';
import { Previews } from './previews.js';

/** What leaves by mail, as those who answer for it see it. */
@Module({ controllers: [LettersController], providers: [Letters, Previews] })
export class LettersModule {}
