import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Put } from '@nestjs/common';
import type { Member } from '../access/member.js';
import { Id, Me, Requires } from '../access/requires.js';
import {
  CreateThemeDto,
  OrderThemesDto,
  SetDeadlinesDto,
  SetGridDto,
  UpdateThemeDto,
  type GridDto,
  type RulesDto,
  type ThemeInUseDto,
} from './rules.dto.js';
import { Rules } from './rules.service.js';
import { Themes } from './themes.service.js';

/** By what feedback is rated, answered and sorted. */
@Controller('organization')
export class RulesController {
  constructor(
    private readonly rules: Rules,
    private readonly themes: Themes,
  ) {}

  /** The deadlines, the grid with its history, and the themes. */
  @Get('rules')
  @Requires('rules.manage')
  read(@Me() me: Member): Promise<RulesDto> {
    return this.rules.read(me);
  }

  /** The criticality grid in use. */
  @Get('grid')
  @Requires('feedback.read')
  grid(@Me() me: Member): Promise<GridDto> {
    return this.rules.grid(me);
  }

  /** Changes the deadlines of what comes in from now on. */
  @Put('deadlines')
  @HttpCode(204)
  @Requires('rules.manage')
  setDeadlines(@Me() me: Member, @Body() deadlines: SetDeadlinesDto): Promise<void> {
    return this.rules.setDeadlines(me, deadlines);
  }

  /** Makes a new version of the grid; past ratings keep theirs. */
  @Put('grid')
  @HttpCode(204)
  @Requires('rules.manage')
  setGrid(@Me() me: Member, @Body() grid: SetGridDto): Promise<void> {
    return this.rules.setGrid(me, grid);
  }

  /** Adds a theme. */
  @Post('themes')
  @Requires('rules.manage')
  createTheme(@Me() me: Member, @Body() theme: CreateThemeDto): Promise<ThemeInUseDto[]> {
    return this.themes.create(me, theme);
  }

  /** Puts the themes in order. */
  @Put('themes')
  @Requires('rules.manage')
  orderThemes(@Me() me: Member, @Body() { ids }: OrderThemesDto): Promise<ThemeInUseDto[]> {
    return this.themes.order(me, ids);
  }

  /** Renames a theme, sets it aside or takes it up again. */
  @Patch('themes/:id')
  @Requires('rules.manage')
  updateTheme(
    @Me() me: Member,
    @Id() id: string,
    @Body() changes: UpdateThemeDto,
  ): Promise<ThemeInUseDto[]> {
    return this.themes.update(me, id, changes);
  }

  /** Deletes a theme that never served. */
  @Delete('themes/:id')
  @Requires('rules.manage')
  deleteTheme(@Me() me: Member, @Id() id: string): Promise<ThemeInUseDto[]> {
    return this.themes.delete(me, id);
  }
}
