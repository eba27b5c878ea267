import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app/app';
import { config } from './app/app.config';

bootstrapApplication(App, config).catch((error: unknown) => {
  // eslint-disable-next-line no-console -- nothing is drawn yet; the console is all there is
  console.error(error);
});
