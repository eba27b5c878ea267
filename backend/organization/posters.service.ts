import { Injectable, StreamableFile } from '@nestjs/common';
import type { Member } from '../access/member.js';
import { Tenancy } from '../database/tenancy.js';
import type { PosterSize } from '../domain/poster.js';
import { Refusal } from '../domain/refusal.js';
import { PublicAddress } from '../mail/public-address.js';
import { Organization } from './organization.entity.js';
import { drawPoster } from './poster.js';
import { Unit } from './unit.entity.js';

/** Posters that lead to the units' public pages. */
@Injectable()
export class Posters {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly address: PublicAddress,
  ) {}

  /** @throws Refusal `unit.unknown`. */
  async print(me: Member, unitId: string, size: PosterSize): Promise<StreamableFile> {
    const { unit, organization } = await this.tenancy.within(me, async (tx) => ({
      unit: me.may('unit.read', unitId) && (await tx.findOneBy(Unit, { id: unitId })),
      organization: await tx.findOneByOrFail(Organization, { id: me.organizationId }),
    }));
    if (!unit) throw new Refusal('unknown', 'unit.unknown');
    const { name, colour, language } = organization;
    const facts = {
      ...{ unit: unit.name, organization: name, colour, language },
      address: this.address.of(`/p/${unit.publicKey}`),
    };
    return new StreamableFile(drawPoster(facts, size), {
      type: 'application/pdf',
      disposition: `attachment; filename="affiche-${unit.publicKey}-${size}.pdf"`,
    });
  }
}
