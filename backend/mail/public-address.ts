import { Inject, Injectable } from '@nestjs/common';
import { Settings } from '../settings.js';

/** Where people reach the pages; links in letters start with it. */
@Injectable()
export class PublicAddress {
  constructor(@Inject(Settings) private readonly settings: Settings) {}

  of(path: string): string {
    const { PUBLIC_URL, PORT } = this.settings;
    return `${PUBLIC_URL ?? `http://localhost:${PORT}`}${path}`;
  }
}
