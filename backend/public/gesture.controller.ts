import { Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { perVisitor } from '../access/rate-limits.js';
import { Requires } from '../access/requires.js';
import { ReportProgressDto } from '../actions/actions.dto.js';
import { RescheduleActionDto } from '../actions/deferrals.dto.js';
import { DisownActionDto } from '../work/disowning.dto.js';
import { readGesture, type AnswerGesture } from '../domain/answer-gestures.js';
import { Refusal } from '../domain/refusal.js';
import { Gestures, type Asked } from '../reminders/gestures.service.js';
import { sayCode } from '../words/words.js';
import { Form, readForm, TakesForms, toMend, type ToMend, type Typed } from './forms.js';
import { gesturePage, isNoted } from './gesture-page.js';
import { Reader } from './reader.js';

/** `/r/:token`, from a letter: its reader says where an action stands, without signing in. */
@Controller('r')
@Requires('nobody')
@ApiExcludeController()
export class GestureController {
  constructor(private readonly gestures: Gestures) {}

  /** The action, and the form of one gesture. Changes nothing: mail scanners visit every link. */
  @Get(':token')
  @RouteConfig({ rateLimit: perVisitor })
  async show(
    @Param('token') token: string,
    @Query() { geste, fait }: Record<string, unknown>,
  ): Promise<string> {
    const asked = await this.gestures.open(token);
    const gesture = readGesture(geste);
    const noted = fait === '1' && gesture !== null && isNoted(asked, gesture);
    return gesturePage(readerOf(asked), { token, asked, gesture, noted });
  }

  /** Does it, and leads to what was noted. */
  @Post(':token')
  @HttpCode(200)
  @TakesForms()
  async say(
    @Param('token') token: string,
    @Form() { geste, undo, ...typed }: Typed,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const asked = await this.gestures.open(token);
    const gesture = readGesture(geste);
    if (!gesture) throw new Refusal('invalid', 'input.unreadable');
    const address = `/r/${encodeURIComponent(token)}?geste=${gesture}`;
    const lead = (to: string) => {
      void reply.status(303).header('Location', to);
      return '';
    };
    if (undo) {
      await this.gestures.undo(asked, gesture);
      return lead(address);
    }
    try {
      if (!wasSaid(asked, gesture, typed)) await this.do(asked, gesture, typed);
      return lead(`${address}&fait=1`);
    } catch (error) {
      const mend = toMend(error, readerOf(asked)) ?? refused(error, readerOf(asked));
      if (!mend) throw error;
      // Somebody may have said it, or decided otherwise, meanwhile.
      const now = await this.gestures.open(token);
      if (wasSaid(now, gesture, typed)) return lead(`${address}&fait=1`);
      void reply.status(error instanceof Refusal && error.kind === 'conflict' ? 409 : 400);
      return gesturePage(readerOf(now), { token, asked: now, gesture, noted: false, typed, mend });
    }
  }

  private async do(asked: Asked, gesture: AnswerGesture, typed: Typed): Promise<void> {
    const { note = '', progress = '', dueOn = '', reason = '' } = typed;
    switch (gesture) {
      case 'done':
        return this.gestures.report(
          asked,
          await readForm(ReportProgressDto, { note, progress: '100' }, { done: true }),
        );
      case 'underway':
        return this.gestures.report(asked, await readForm(ReportProgressDto, { note, progress }));
      case 'more_time':
        return this.gestures.moreTime(
          asked,
          await readForm(RescheduleActionDto, { dueOn, reason }),
        );
      case 'not_mine':
        return this.gestures.disown(asked, (await readForm(DisownActionDto, { note })).note);
    }
  }
}

/** Said once, it need not be said again: a link that is followed twice changes nothing. */
function wasSaid(asked: Asked, gesture: AnswerGesture, { dueOn }: Typed): boolean {
  // Each report of the day may differ: whether it does is looked at where it is written.
  if (gesture === 'underway') return false;
  if (gesture === 'more_time') return dueOn !== undefined && asked.action.waiting?.to === dueOn;
  return isNoted(asked, gesture);
}

/** Whoever was written to reads in their own language. */
function readerOf({ me }: Asked): Reader {
  return new Reader(me.language === 'en' ? 'en' : 'fr', false);
}

/** What the law says no to, beside the field where there is one. */
function refused(error: unknown, { language }: Reader): ToMend | null {
  if (!(error instanceof Refusal) || /^(unknown|gone|excessive)$/.test(error.kind)) return null;
  const sentence = sayCode(language, error.code, error.details);
  const isAboutDay = /^deferral\.(not_later|day_past|same_day)$/.test(error.code);
  return isAboutDay ? { fields: { dueOn: sentence } } : { fields: {}, sentence };
}
