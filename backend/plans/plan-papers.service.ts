import { Injectable, StreamableFile } from '@nestjs/common';
import type { Member } from '../access/member.js';
import { Tenancy } from '../database/tenancy.js';
import { calendarIn } from '../organization/calendar.js';
import { Organization } from '../organization/organization.entity.js';
import { drawPlan } from './plan-paper.js';
import { PlanRecords } from './plan-record.service.js';

/** Plans on paper. */
@Injectable()
export class PlanPapers {
  constructor(
    private readonly tenancy: Tenancy,
    private readonly records: PlanRecords,
  ) {}

  /** What I may see of a plan, in the reader's language and the organisation's colour. */
  async print(me: Member, id: string, language: string, now = new Date()): Promise<StreamableFile> {
    const plan = await this.records.read(me, id, now);
    const organization = await this.tenancy.within(me, (tx) =>
      tx.findOneByOrFail(Organization, { id: me.organizationId }),
    );
    const { name, colour } = organization;
    const { today } = calendarIn(organization, now);
    const paper = drawPlan(plan, { organization: name, colour, language, today });
    return new StreamableFile(paper, {
      type: 'application/pdf',
      disposition: `attachment; filename="plan-${plan.reference}.pdf"`,
    });
  }
}
