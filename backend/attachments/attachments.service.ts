import { Injectable } from '@nestjs/common';
import { In, IsNull, type EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import {
  attachmentFormats,
  attachmentsMaximum,
  evidenceFilesMaximum,
  publicAttachmentsMaximum,
  refuseTooMany,
} from '../domain/attachments.js';
import { AttachmentContent } from './attachment-content.entity.js';
import { Attachment } from './attachment.entity.js';
import type { AttachmentDto } from './attachments.dto.js';
import type { CleanFile } from './clean-file.js';
import type { Span } from './range.js';

/** What a file belongs to: a feedback or one of its answers, or an action. */
export type Place =
  /** Without an answer, it came with the word itself. */
  { feedbackId: string; answerId?: string | null } | { actionId: string };

/** Who adds a file, and until when it is kept. */
export interface Keeping {
  /** Absent where whoever spoke sends it themselves. */
  by?: { id: string } | null;
  /** ISO day after which it is forgotten. */
  purgeOn: string;
}

/** The files that are kept. Who may add, read or remove one, the room of what they belong to says. */
@Injectable()
export class Attachments {
  /**
   * Keeps a file, in the transaction of its cause, which has locked what it belongs to.
   * @throws Refusal `attachment.too_many`.
   */
  async keep(
    tx: EntityManager,
    { name, format, bytes }: CleanFile,
    place: Place,
    { by = null, purgeOn }: Keeping,
  ): Promise<AttachmentDto> {
    const most = 'actionId' in place ? evidenceFilesMaximum : attachmentsMaximum;
    refuseTooMany(await tx.countBy(Attachment, beside(place)), most);
    if (!by) {
      const theirs = { ...beside(place), createdBy: IsNull() };
      refuseTooMany(await tx.countBy(Attachment, theirs), publicAttachmentsMaximum);
    }
    const id = newId();
    const kept = { answerId: null, ...place, id, name, format, size: bytes.length, purgeOn };
    const createdAt = new Date();
    await tx.insert(Attachment, { ...kept, createdAt, createdBy: by?.id ?? null });
    await tx.insert(AttachmentContent, { attachmentId: id, bytes });
    return describeAttachment({ ...kept, answerId: kept.answerId ?? null, createdAt });
  }

  /** The same file at the same place: it was sent anew because the answer was lost. */
  async twin(tx: EntityManager, { bytes }: CleanFile, place: Place): Promise<AttachmentDto | null> {
    const found = await tx
      .createQueryBuilder(Attachment, 'a')
      .innerJoin(AttachmentContent, 'c', 'c.attachmentId = a.id')
      .where({ ...beside(place), size: bytes.length })
      .andWhere('c.bytes = :bytes', { bytes })
      .getOne();
    return found && describeAttachment(found);
  }

  /** The files of some feedback and of their answers, oldest first. */
  async of(tx: EntityManager, feedbackIds: string[]): Promise<AttachmentDto[]> {
    const where = { feedbackId: In(feedbackIds) };
    const found = await tx.find(Attachment, { where, order: { id: 'ASC' } });
    return found.map(describeAttachment);
  }

  /** Some of a file's bytes. */
  async bytesOf(tx: EntityManager, id: string, { first, last }: Span): Promise<Buffer> {
    const [row] = await tx.query<{ bytes: Buffer }[]>(
      `SELECT substring(bytes FROM $2 FOR $3) AS bytes
         FROM attachment_content WHERE attachment_id = $1`,
      [id, first + 1, last - first + 1],
    );
    return row?.bytes ?? Buffer.alloc(0);
  }
}

/** All that is in the same place. */
function beside(place: Place) {
  if ('actionId' in place) return { actionId: place.actionId };
  return { feedbackId: place.feedbackId, answerId: place.answerId ?? IsNull() };
}

export function describeAttachment({
  id,
  name,
  format,
  size,
  createdAt,
  answerId,
}: Pick<Attachment, 'id' | 'name' | 'format' | 'size' | 'createdAt' | 'answerId'>): AttachmentDto {
  const { kind, mediaType } = attachmentFormats[format];
  return { id, name, kind, mediaType, size, at: createdAt.toISOString(), answerId };
}
