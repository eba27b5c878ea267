import { Service, computed, inject } from '@angular/core';
import { Router, type Route } from '@angular/router';
import { Session } from '../session/session';
import type { RoomSign } from './room-sign';

export const reportPath = 'fiches/nouvelle';

/** The rooms that I may enter, as routes.ts lists them. */
@Service()
export class Rooms {
  private readonly session = inject(Session);
  private readonly routes = inject(Router).config.flatMap((route) => route.children ?? []);

  readonly open = computed(() =>
    this.routes.flatMap((route) => {
      const sign = signOf(route);
      return sign && (!sign.needs || this.session.may(sign.needs))
        ? [{ ...sign, path: `/${route.path}` }]
        : [];
    }),
  );

  /** The bar of a phone holds three: the first of those that I may enter. */
  readonly inBar = computed(() =>
    this.open()
      .filter((room) => room.inBar)
      .slice(0, 3),
  );

  /** Whether « Signaler » is offered. */
  readonly mayReport = computed(
    () =>
      this.session.may('feedback.create') && this.routes.some(({ path }) => path === reportPath),
  );
}

function signOf(route: Route): RoomSign | undefined {
  return (route.data as { room?: RoomSign } | undefined)?.room;
}
