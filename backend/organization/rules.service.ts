import { Injectable } from '@nestjs/common';
import type { Member } from '../access/member.js';
import { Tenancy } from '../database/tenancy.js';
import { gridInUse } from './grid.js';
import type { GridDto } from './rules.dto.js';

/** By what feedback is rated, answered and sorted: each organisation has its own. */
@Injectable()
export class Rules {
  constructor(private readonly tenancy: Tenancy) {}

  /** The grid in use. */
  grid(me: Member): Promise<GridDto> {
    return this.tenancy.within(me, async (tx) => {
      const { version, cells } = await gridInUse(tx);
      return { version, cells };
    });
  }
}
