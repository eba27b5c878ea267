import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Requires } from '../access/requires.js';
import { Refusal } from '../domain/refusal.js';
import { Intake } from '../feedback/intake.service.js';
import { PublicAddress } from '../mail/public-address.js';
import { readAsset } from './assets.js';
import { kioskPage } from './kiosk-page.js';
import { Reading, type Reader } from './reader.js';

/** `/borne/:key`: the same as the page behind the QR code, on a tablet that serves everybody. */
@Controller('borne')
@Requires('nobody')
@ApiExcludeController()
export class KioskController {
  constructor(
    private readonly intake: Intake,
    private readonly address: PublicAddress,
  ) {}

  /** What opens the page when the network is down; its address bounds what it may see. */
  @Get('service-worker.js')
  @Header('Content-Type', 'text/javascript; charset=utf-8')
  @Header('Cache-Control', 'no-cache')
  worker(): string {
    const script = readAsset('kiosk-worker.js');
    if (script === undefined) throw new Refusal('unknown', 'route.unknown');
    return script;
  }

  /** The page. */
  @Get(':key')
  async open(@Param('key') key: string, @Reading() reader: Reader): Promise<string> {
    const unit = await this.intake.publicUnit(key);
    return kioskPage(reader, key, unit, this.address.of('/suivi'));
  }
}
