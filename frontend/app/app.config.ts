import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { inject, provideAppInitializer, type ApplicationConfig } from '@angular/core';
import {
  RedirectCommand,
  Router,
  TitleStrategy,
  provideRouter,
  withComponentInputBinding,
  withInMemoryScrolling,
  withNavigationErrorHandler,
} from '@angular/router';
import { I18n } from './i18n/i18n';
import { routes } from './routes';
import { api } from './session/api';
import { Titles } from './shell/titles';

export const config: ApplicationConfig = {
  providers: [
    provideHttpClient(withInterceptors([api])),
    provideAppInitializer(() => inject(I18n).start()),
    provideRouter(
      routes,
      withComponentInputBinding(),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled', anchorScrolling: 'enabled' }),
      // A page whose code can't be fetched: the server is away, or has changed version meanwhile.
      withNavigationErrorHandler(
        () => new RedirectCommand(inject(Router).parseUrl('/panne'), { skipLocationChange: true }),
      ),
    ),
    { provide: TitleStrategy, useExisting: Titles },
  ],
};
