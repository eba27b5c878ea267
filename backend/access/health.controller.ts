import { Controller, Get } from '@nestjs/common';
import { Tenancy } from '../database/tenancy.js';
import type { HealthDto } from './health.dto.js';
import { Requires } from './requires.js';

/** Whether the program can serve; asks the database. */
@Controller('health')
export class HealthController {
  constructor(private readonly tenancy: Tenancy) {}

  /** Whether the program can serve, and whether an organisation was opened yet. */
  @Get()
  @Requires('nobody')
  async health(): Promise<HealthDto> {
    const organizations = await this.tenancy.all();
    return { status: 'ok', setup: organizations.length > 0 ? 'done' : 'needed' };
  }
}
