import { DOCUMENT, Service, inject } from '@angular/core';
import { NavigationEnd, Router } from '@angular/router';
import { filter, map, pairwise } from 'rxjs';
import { focusTitle } from '../ui/focus-title';

/**
 * After a change of page the focus goes to its title, so that a screen reader says where one has
 * come. Within one room (a page of a list, a record beside it) the focus is left where it is,
 * unless what held it has gone.
 */
@Service()
export class Arrival {
  private readonly document = inject(DOCUMENT);
  private readonly router = inject(Router);

  watch(): void {
    const addresses = this.router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map((event) => event.urlAfterRedirects),
    );
    addresses.pipe(pairwise()).subscribe(([from, to]) => {
      if (from.split('?')[0] !== to.split('?')[0])
        setTimeout(() => this.land(roomOf(from) !== roomOf(to)));
    });
  }

  private land(elsewhere: boolean): void {
    const { activeElement, body } = this.document;
    if (!elsewhere && activeElement && activeElement !== body) return;
    const main = this.document.querySelector('main');
    if (main) focusTitle(main);
  }
}

function roomOf(address: string): string {
  return address.split(/[/?]/)[1] ?? '';
}
