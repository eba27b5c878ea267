import { deliverEverything } from './kiosk-delivery';
import { keepAwake, offerFullScreen } from './kiosk-screen';
import { keepShell } from './kiosk-shell';
import { showWaiting } from './kiosk-waiting';
import { takeTurns } from './kiosk-turn';

/*
 * `/borne/:key`, on a tablet in a waiting room: one person after the other speaks, and what they say
 * is kept on the tablet until the server has it.
 */
takeTurns();
offerFullScreen();
keepAwake();
showWaiting();
deliverEverything();
keepShell();
