import camera from 'lucide-static/dist/esm/icons/camera.mjs';
import check from 'lucide-static/dist/esm/icons/check.mjs';
import copy from 'lucide-static/dist/esm/icons/copy.mjs';
import eyeOff from 'lucide-static/dist/esm/icons/eye-off.mjs';
import frown from 'lucide-static/dist/esm/icons/face-slightly-frowning.mjs';
import heart from 'lucide-static/dist/esm/icons/heart.mjs';
import larger from 'lucide-static/dist/esm/icons/a-large-small.mjs';
import lightbulb from 'lucide-static/dist/esm/icons/lightbulb.mjs';
import megaphone from 'lucide-static/dist/esm/icons/megaphone.mjs';
import maximize from 'lucide-static/dist/esm/icons/maximize.mjs';
import meh from 'lucide-static/dist/esm/icons/face-neutral.mjs';
import mic from 'lucide-static/dist/esm/icons/mic.mjs';
import printer from 'lucide-static/dist/esm/icons/printer.mjs';
import send from 'lucide-static/dist/esm/icons/send.mjs';
import smile from 'lucide-static/dist/esm/icons/face-slightly-smiling.mjs';
import triangleAlert from 'lucide-static/dist/esm/icons/triangle-alert.mjs';
import volume from 'lucide-static/dist/esm/icons/volume-2.mjs';

const drawings = {
  camera,
  check,
  copy,
  'eye-off': eyeOff,
  frown,
  heart,
  larger,
  lightbulb,
  megaphone,
  maximize,
  meh,
  mic,
  printer,
  send,
  smile,
  'triangle-alert': triangleAlert,
  volume,
};
export type IconName = keyof typeof drawings;

const drawn = new Map(
  Object.entries(drawings).map(([name, svg]) => [
    name,
    svg
      .trim()
      .replace(/\s+/g, ' ')
      .replace(/ class="[^"]*"/, ' class="icon" aria-hidden="true"'),
  ]),
);

/** A drawing beside words, never instead of them, as trusted markup. */
export const icon = (name: IconName): string => drawn.get(name) ?? '';
