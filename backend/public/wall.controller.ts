import { Controller, Get, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Requires } from '../access/requires.js';
import { PublicAddress } from '../mail/public-address.js';
import { Walls } from '../wall/walls.service.js';
import { Reading, type Reader } from './reader.js';
import { wallPage } from './wall-page.js';

/** `/mur/:key`, on the screen of a hall: what people said, and what was done about it. */
@Controller('mur')
@Requires('nobody')
@ApiExcludeController()
export class PublicWallController {
  constructor(
    private readonly walls: Walls,
    private readonly address: PublicAddress,
  ) {}

  /** The wall. */
  @Get(':key')
  async open(@Param('key') key: string, @Reading() reader: Reader): Promise<string> {
    return wallPage(reader, await this.walls.publicWall(key), this.address.of(`/p/${key}`));
  }
}
