import { Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Requires } from '../access/requires.js';
import type { FormFile } from '../attachments/sent-form.js';
import { publicAttachmentsMaximum } from '../domain/attachments.js';
import { Refusal } from '../domain/refusal.js';
import { TellFeedbackDto } from '../feedback/intake.dto.js';
import { FeedbackRecords } from '../feedback/feedback-record.service.js';
import { Intake } from '../feedback/intake.service.js';
import { PublicAddress } from '../mail/public-address.js';
import { Files, Form, readForm, TakesForms, toMend, type ToMend, type Typed } from './forms.js';
import { Reading, type Reader } from './reader.js';
import { tellPage } from './tell-page.js';
import { thanksPage } from './thanks-page.js';
import { readFiles, type ToldFiles } from './told-files.js';

/** `/p/:key`, behind the QR code of a unit: somebody without an account tells. */
@Controller('p')
@Requires('nobody')
@ApiExcludeController()
export class TellController {
  constructor(
    private readonly intake: Intake,
    private readonly records: FeedbackRecords,
    private readonly address: PublicAddress,
  ) {}

  /** The form. */
  @Get(':key')
  async open(@Param('key') key: string, @Reading() reader: Reader): Promise<string> {
    return tellPage(reader, key, await this.intake.publicUnit(key));
  }

  /** Takes what was told and thanks for it, or gives it back to be mended. */
  @Post(':key')
  @HttpCode(200)
  @TakesForms({ files: publicAttachmentsMaximum })
  async tell(
    @Param('key') key: string,
    @Form() typed: Typed,
    @Files() sent: FormFile[],
    @Reading() reader: Reader,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const unit = await this.intake.publicUnit(key);
    const files = await readFiles(sent, reader);
    try {
      const word = await readWord(typed);
      if (files.wrong) throw new FilesToMend();
      const receipt = await this.intake.tell(key, word, reader.language, files.clean);
      const { thread } = await this.records.followUp(receipt.followUpCode);
      const address = this.address.of('/suivi');
      return thanksPage(reader, key, unit, { receipt, thread, address });
    } catch (error) {
      const mend = changedSince(error, reader) ?? missed(error) ?? toMend(error, reader);
      if (!mend) throw error;
      void reply.status(400);
      const filed = sent.length > 0 ? withFiles(mend, files, reader) : mend;
      return tellPage(reader, key, unit, { typed, mend: filed });
    }
  }
}

/** The fields of the form, and no others. */
function readWord(typed: Typed): Promise<TellFeedbackDto> {
  const { kind = '', body = '', reporter = '', name = '', email = '', phone = '' } = typed;
  const { followUpCode = '', website = '', wallConsent } = typed;
  const said = { kind, body, reporter, name, email, phone, followUpCode, website };
  return readForm(TellFeedbackDto, said, { wallConsent: wallConsent === 'yes' });
}

/** Sent once, then changed and sent again: it comes back with a code of its own. */
function changedSince(error: unknown, { t }: Reader) {
  const isTaken = error instanceof Refusal && error.code === 'feedback.code_taken';
  return isTaken ? { fields: {}, sentence: t('feedback.code_taken') } : null;
}

/** The words were good; their files are not. */
class FilesToMend extends Error {}

const missed = (error: unknown): ToMend | null =>
  error instanceof FilesToMend ? { fields: {} } : null;

/** No page can put files back into a form: they are asked for again, good ones too. */
function withFiles(mend: ToMend, { wrong }: ToldFiles, { t }: Reader): ToMend {
  const files = [wrong, t('public.tell.filesAgain')].filter(Boolean).join(' ');
  return { ...mend, fields: { ...mend.fields, files } };
}
