import { Module } from '@nestjs/common';
import { Attachments } from './attachments.service.js';

/** The files that are kept with what people said. */
@Module({ providers: [Attachments], exports: [Attachments] })
export class AttachmentsModule {}
