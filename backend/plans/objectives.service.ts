import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { Objective } from './objective.entity.js';
import type { ObjectiveInputDto } from './plans.dto.js';

/** What a plan wants to change, in its order. */
@Injectable()
export class Objectives {
  async of(tx: EntityManager, planId: string): Promise<ObjectiveInputDto[]> {
    const found = await tx.find(Objective, {
      where: { planId },
      order: { position: 'ASC', id: 'ASC' },
    });
    return found.map(({ id, wording }) => ({ id, wording }));
  }

  /** Makes them stand as they are told; says whether that changed anything. */
  async write(tx: EntityManager, planId: string, told: ObjectiveInputDto[]): Promise<boolean> {
    const before = await this.of(tx, planId);
    const changed = spelled(before) !== spelled(told);
    if (!changed) return false;
    const kept = new Set(told.map(({ id }) => id));
    const gone = before.filter(({ id }) => !kept.has(id)).map(({ id }) => id);
    if (gone.length > 0) await tx.delete(Objective, { planId, id: In(gone) });
    const known = new Set(before.map(({ id }) => id));
    for (const [rank, { id, wording }] of told.entries()) {
      const facts = { position: rank + 1, wording };
      if (known.has(id)) await tx.update(Objective, { id }, facts);
      else await tx.insert(Objective, { id, planId, ...facts });
    }
    return true;
  }
}

const spelled = (objectives: ObjectiveInputDto[]): string =>
  JSON.stringify(objectives.map(({ id, wording }) => [id, wording]));
