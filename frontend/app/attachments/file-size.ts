import { Pipe, inject, type PipeTransform } from '@angular/core';
import { I18n } from '../i18n/i18n';

/** `{{ file.size | fileSize }}`: « 2,3 Mo », « 12 ko ». */
@Pipe({ name: 'fileSize', pure: false })
export class FileSizePipe implements PipeTransform {
  private readonly i18n = inject(I18n);

  transform(bytes: number): string {
    const [unit, size] =
      bytes < 1024 * 1024 ? ['kilobyte', bytes / 1024] : ['megabyte', bytes / 1024 / 1024];
    return new Intl.NumberFormat(this.i18n.locale(), {
      style: 'unit',
      unit,
      maximumFractionDigits: unit === 'kilobyte' ? 0 : 1,
    }).format(unit === 'kilobyte' ? Math.ceil(size) : size);
  }
}
