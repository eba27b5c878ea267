import { Body, Controller, Get, Headers, Patch, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import type { Member } from '../access/member.js';
import { Id, Me, Requires } from '../access/requires.js';
import { SheetQuery } from '../sheets/sheet.dto.js';
import { GivesSheet } from '../sheets/sheet-file.js';
import { preferredLanguage } from '../words/words.js';
import { CreateUnitDto, PosterQuery, UpdateUnitDto, type UnitDto } from './organization.dto.js';
import { Posters } from './posters.service.js';
import { Units } from './units.service.js';

/** The organisation's tree of services. */
@Controller('units')
export class UnitsController {
  constructor(
    private readonly units: Units,
    private readonly posters: Posters,
  ) {}

  /** The units that I may see, parents first. */
  @Get()
  @Requires('unit.read')
  list(@Me() me: Member): Promise<UnitDto[]> {
    return this.units.list(me);
  }

  /** The units that I may see, as a file. */
  @Get('export')
  @Requires('unit.read')
  @GivesSheet()
  write(
    @Me() me: Member,
    @Query() query: SheetQuery,
    @Headers('accept-language') language?: string,
  ): Promise<StreamableFile> {
    return this.units.write(me, query, preferredLanguage(language));
  }

  /** Adds a unit, with its public page. */
  @Post()
  @Requires('unit.manage')
  create(@Me() me: Member, @Body() unit: CreateUnitDto): Promise<UnitDto> {
    return this.units.create(me, unit);
  }

  /** Renames a unit or changes its kind. */
  @Patch(':id')
  @Requires('unit.manage')
  update(@Me() me: Member, @Id() id: string, @Body() changes: UpdateUnitDto): Promise<UnitDto> {
    return this.units.update(me, id, changes);
  }

  /** A poster that leads to the unit's public page, to print. */
  @Get(':id/poster')
  @Requires('unit.read')
  @ApiProduces('application/pdf')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  poster(
    @Me() me: Member,
    @Id() id: string,
    @Query() { size }: PosterQuery,
  ): Promise<StreamableFile> {
    return this.posters.print(me, id, size);
  }
}
