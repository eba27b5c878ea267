import { Pipe, Service, inject, type PipeTransform } from '@angular/core';
import { I18n } from './i18n';

/** Numbers as the reader writes them. */
@Service()
export class Numbers {
  private readonly i18n = inject(I18n);

  /** « 61 200 ». */
  count(value: number, digits = 0): string {
    const format = new Intl.NumberFormat(this.i18n.locale(), { maximumFractionDigits: digits });
    return format.format(value);
  }

  /** 0.724 is « 72 % ». */
  share(value: number): string {
    return new Intl.NumberFormat(this.i18n.locale(), { style: 'percent' }).format(value);
  }
}

/** `{{ total | count }}`. */
@Pipe({ name: 'count', pure: false })
export class CountPipe implements PipeTransform {
  private readonly numbers = inject(Numbers);

  transform(value: number, digits = 0): string {
    return this.numbers.count(value, digits);
  }
}

/** `{{ satisfaction.share | share }}`. */
@Pipe({ name: 'share', pure: false })
export class SharePipe implements PipeTransform {
  private readonly numbers = inject(Numbers);

  transform(value: number): string {
    return this.numbers.share(value);
  }
}
