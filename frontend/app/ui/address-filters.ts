import { computed, inject, type Signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';

export interface AddressFilters<Name extends string> {
  /** What the address says and the list knows; a value that makes no sense is left out. */
  values: Signal<Partial<Record<Name | 'page', string>>>;
  /** Whether they leave something out, as no order and no page does. */
  narrowed: Signal<boolean>;
  /** Writes a choice in the address, and goes back to the first page; empty takes it out. */
  choose(name: Name, value: string, options?: { replaceUrl: boolean }): void;
  /** Takes all of them out. */
  clear(): void;
}

/**
 * The filters of a list live in its address, so that it can be sent to a colleague, kept as a
 * bookmark and found again with « back ». `known` says which values make sense.
 */
export function addressFilters<Name extends string>(
  known: Record<Name, (value: string) => boolean>,
): AddressFilters<Name> {
  const router = inject(Router);
  const route = inject(ActivatedRoute);
  const params = toSignal(route.queryParamMap, { requireSync: true });
  const checks = Object.entries({ ...known, page: isPage }) as [
    Name | 'page',
    (value: string) => boolean,
  ][];

  // From the whole address rather than from the list's own route: a record open beside it stays.
  const go = (changes: Record<string, string | null>, replaceUrl = false): void => {
    const underway = router.currentNavigation()?.extractedUrl.toString();
    // Whoever is leaving the list leaves it.
    if (underway && !isUnder(pathOf(route), underway)) return;
    // A record that is about to open beside the list does open.
    const to = router.parseUrl(underway ?? router.url);
    to.queryParams = Object.fromEntries(
      Object.entries({ ...to.queryParams, ...changes }).filter(([, value]) => value !== null),
    );
    void router.navigateByUrl(to, { replaceUrl: replaceUrl && !underway });
  };

  const values = computed(() => {
    const found = checks.flatMap(([name, check]) => {
      const value = params().get(name);
      return value !== null && check(value) ? [[name, value]] : [];
    });
    return Object.fromEntries(found) as Partial<Record<Name | 'page', string>>;
  });

  return {
    values,
    narrowed: computed(() =>
      Object.keys(values()).some((name) => name !== 'page' && name !== 'sort'),
    ),
    choose: (name, value, options) =>
      go({ [name]: value || null, page: null }, options?.replaceUrl),
    clear: () => go(Object.fromEntries(checks.map(([name]) => [name, null]))),
  };
}

function pathOf({ snapshot }: ActivatedRoute): string {
  return snapshot.pathFromRoot.flatMap(({ url }) => url.map(({ path }) => path)).join('/');
}

function isUnder(path: string, address: string): boolean {
  const [there = ''] = address.slice(1).split(/[?#]/);
  return there === path || there.startsWith(`${path}/`);
}

export function oneOf(values: readonly string[]): (value: string) => boolean {
  return (value) => values.includes(value);
}

export function isId(value: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value);
}

function isPage(value: string): boolean {
  return /^[1-9]\d{0,4}$/.test(value);
}
