import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as newId } from 'uuid';
import { Credential } from '../access/credential.entity.js';
import { Doors, newPublicKey } from '../access/doors.js';
import { Tenancy } from '../database/tenancy.js';
import { addDays } from '../domain/days.js';
import { Refusal } from '../domain/refusal.js';
import { Journal } from '../journal/journal.js';
import { calendarOf } from '../organization/calendar.js';
import { Organizations, type OpenedOrganization } from '../organization/organization.service.js';
import { Theme } from '../organization/theme.entity.js';
import { Units } from '../organization/units.service.js';
import { People } from '../people/people.service.js';
import { countFigures } from '../scorecards/figures.js';
import { Scorecard } from '../scorecards/scorecard.entity.js';
import { Recurrences } from '../effects/recurrences.service.js';
import { seedAnalysis } from './demo-analysis.js';
import { seedDeferrals } from './demo-deferrals.js';
import { seedEffects } from './demo-effects.js';
import { seedReminders } from './demo-reminders.js';
import { seedWork } from './demo-work.js';
import { seedTemplates } from './demo-templates.js';
import { seedPlan } from './demo-plan.js';
import {
  accountRoles,
  feedback,
  organizationName,
  people,
  units,
  type PersonName,
  type UnitName,
} from './demo-data.js';
import { seedAside } from './aside.js';
import { seedFeedback, seedSatisfaction, type Cast } from './seed.js';

/** The demonstration organisation: made once, on the first start, in one transaction. */
@Injectable()
export class Demo {
  readonly password = 'valmont-demonstration';

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly tenancy: Tenancy,
    private readonly organizations: Organizations,
    private readonly units: Units,
    private readonly people: People,
    private readonly doors: Doors,
    private readonly journal: Journal,
    private readonly recurrences: Recurrences,
  ) {}

  /** Opens it, unless there is an organisation already. */
  async open(now = new Date()): Promise<void> {
    const found = await this.tenancy.all();
    if (found.length > 0) return;
    const open = () =>
      this.organizations.open(organizationName, (tx, opened) => this.seed(tx, opened, now));
    await this.organizations.first(open).catch((error: unknown) => {
      // Another process was quicker.
      if (!(error instanceof Refusal)) throw error;
    });
    await this.recurrences.sweep(now);
  }

  /** The accounts that this installation really has, one for each role. */
  async accounts(): Promise<{ email: string; role: string; password: string }[]> {
    const found = await this.source.manager.find(Credential, { select: { email: true } });
    const emails = new Set(found.map(({ email }) => email));
    return (Object.keys(people) as PersonName[])
      .map((name) => ({
        ...{ email: people[name].email, role: accountRoles[name] },
        password: this.password,
      }))
      .filter(({ email }) => emails.has(email));
  }

  private async seed(tx: EntityManager, opened: OpenedOrganization, now: Date): Promise<void> {
    const { today } = await calendarOf(tx, opened, now);
    const themes = await tx.find(Theme, { order: { position: 'ASC' } });
    const placed = await this.seedUnits(tx, opened);
    const cast: Cast = {
      ...{ today, journal: this.journal, units: placed },
      people: await this.seedPeople(tx, opened, placed),
      themes: themes.map(({ id }) => id),
    };
    const seeded: string[] = [];
    for (const told of feedback) seeded.push(await seedFeedback(tx, cast, told));
    await seedAside(tx, cast, seeded[0] ?? '');
    await seedAnalysis(tx, cast, seeded);
    await seedDeferrals(tx, cast);
    await seedWork(tx, cast);
    await seedTemplates(tx, cast.people.quality);
    await seedPlan(tx, cast, opened.rootUnitId);
    const openCampaign = async (campaignId: string) => {
      const key = newPublicKey();
      await this.doors.make(tx, 'campaign', key, { ...opened, targetId: campaignId });
      return key;
    };
    await seedSatisfaction(tx, cast, openCampaign);
    await seedEffects(tx, cast, openCampaign);
    await seedReminders(tx, cast);
    await publishFirst(tx, cast);
  }

  private async seedUnits(
    tx: EntityManager,
    opened: OpenedOrganization,
  ): Promise<Record<UnitName, string>> {
    const root = await this.units.find(tx, opened.rootUnitId);
    const placed = {} as Record<UnitName, string>;
    for (const unit of Object.keys(units) as UnitName[]) {
      const [name, kind] = units[unit];
      placed[unit] = (await this.units.plant(tx, opened, name, kind, root)).id;
    }
    return placed;
  }

  private async seedPeople(
    tx: EntityManager,
    opened: OpenedOrganization,
    placed: Record<UnitName, string>,
  ): Promise<Record<PersonName, string>> {
    const ids = {} as Record<PersonName, string>;
    for (const key of Object.keys(people) as PersonName[]) {
      const { name, email, role, unit } = people[key];
      ids[key] = await this.people.add(
        tx,
        name,
        email,
        role,
        unit ? placed[unit] : opened.rootUnitId,
      );
      await this.people.activate(tx, opened, ids[key], this.password);
    }
    return ids;
  }
}

async function publishFirst(tx: EntityManager, { today, units: placed, people: cast }: Cast) {
  const from = addDays(today, -90);
  const unitIds = Object.values(placed);
  await tx.insert(Scorecard, {
    ...{ id: newId(), title: 'Les trois derniers mois', fromDay: from, toDay: today },
    comment:
      'L’attente à l’accueil reste le premier motif de fiche ; une file à tickets est en cours d’installation. Les remplacements à domicile demandent une vraie réponse : l’action est en retard.',
    figures: await countFigures(tx, { unitIds, from, to: today, today }),
    publishedBy: cast.quality,
  });
}
