import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { Member } from '../access/member.js';
import { Tenancy } from '../database/tenancy.js';
import { Refusal } from '../domain/refusal.js';
import { Journal } from '../journal/journal.js';
import { AnswerTemplate } from './answer-template.entity.js';
import type { AnswerTemplateDto, AnswerTemplateInputDto } from './answering.dto.js';

/** The wordings that answers start from, shared by the whole organisation. */
@Injectable()
export class AnswerTemplates {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly journal: Journal,
  ) {}

  list(me: Member): Promise<AnswerTemplateDto[]> {
    return this.tenancy.within(me, (tx) =>
      tx.find(AnswerTemplate, {
        select: { id: true, name: true, language: true, body: true },
        order: { name: 'ASC' },
      }),
    ) as Promise<AnswerTemplateDto[]>;
  }

  create(me: Member, input: AnswerTemplateInputDto): Promise<AnswerTemplateDto> {
    return this.tenancy.within(me, async (tx) => {
      const id = newId();
      await this.refuseSecond(tx, id, input);
      await tx.insert(AnswerTemplate, { id, ...input, createdBy: me.id });
      await this.journal.write(tx, me, 'answer_template.create', id, { name: input.name });
      return { id, ...input };
    });
  }

  change(me: Member, id: string, input: AnswerTemplateInputDto): Promise<AnswerTemplateDto> {
    return this.tenancy.within(me, async (tx) => {
      await this.refuseSecond(tx, id, input);
      const { affected } = await tx.update(AnswerTemplate, { id }, { ...input });
      if (!affected) throw new Refusal('unknown', 'record.unknown');
      await this.journal.write(tx, me, 'answer_template.change', id, { name: input.name });
      return { id, ...input };
    });
  }

  async remove(me: Member, id: string): Promise<void> {
    await this.tenancy.within(me, async (tx) => {
      const { affected } = await tx.delete(AnswerTemplate, { id });
      if (!affected) throw new Refusal('unknown', 'record.unknown');
      await this.journal.write(tx, me, 'answer_template.remove', id);
    });
  }

  private async refuseSecond(
    tx: EntityManager,
    id: string,
    { name, language }: AnswerTemplateInputDto,
  ): Promise<void> {
    const same = await tx.findOneBy(AnswerTemplate, { name, language });
    if (same && same.id !== id) throw new Refusal('conflict', 'answer_template.exists');
  }
}
