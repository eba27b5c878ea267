import arrowDown from 'lucide-static/dist/esm/icons/arrow-down.mjs';
import arrowLeft from 'lucide-static/dist/esm/icons/arrow-left.mjs';
import arrowRight from 'lucide-static/dist/esm/icons/arrow-right.mjs';
import arrowUp from 'lucide-static/dist/esm/icons/arrow-up.mjs';
import ban from 'lucide-static/dist/esm/icons/ban.mjs';
import building from 'lucide-static/dist/esm/icons/building.mjs';
import calendar from 'lucide-static/dist/esm/icons/calendar.mjs';
import camera from 'lucide-static/dist/esm/icons/camera.mjs';
import chartLine from 'lucide-static/dist/esm/icons/chart-line.mjs';
import bell from 'lucide-static/dist/esm/icons/bell.mjs';
import check from 'lucide-static/dist/esm/icons/check.mjs';
import chevronDown from 'lucide-static/dist/esm/icons/chevron-down.mjs';
import chevronLeft from 'lucide-static/dist/esm/icons/chevron-left.mjs';
import chevronRight from 'lucide-static/dist/esm/icons/chevron-right.mjs';
import circleAlert from 'lucide-static/dist/esm/icons/circle-alert.mjs';
import circleCheck from 'lucide-static/dist/esm/icons/circle-check.mjs';
import circleX from 'lucide-static/dist/esm/icons/circle-x.mjs';
import clipboardList from 'lucide-static/dist/esm/icons/clipboard-list.mjs';
import clock from 'lucide-static/dist/esm/icons/clock.mjs';
import copy from 'lucide-static/dist/esm/icons/copy.mjs';
import download from 'lucide-static/dist/esm/icons/download.mjs';
import ellipsis from 'lucide-static/dist/esm/icons/ellipsis.mjs';
import externalLink from 'lucide-static/dist/esm/icons/external-link.mjs';
import eye from 'lucide-static/dist/esm/icons/eye.mjs';
import eyeOff from 'lucide-static/dist/esm/icons/eye-off.mjs';
import fileText from 'lucide-static/dist/esm/icons/file-text.mjs';
import flag from 'lucide-static/dist/esm/icons/flag.mjs';
import frown from 'lucide-static/dist/esm/icons/face-slightly-frowning.mjs';
import heart from 'lucide-static/dist/esm/icons/heart.mjs';
import history from 'lucide-static/dist/esm/icons/rotate-ccw-clock.mjs';
import hourglass from 'lucide-static/dist/esm/icons/hourglass.mjs';
import house from 'lucide-static/dist/esm/icons/house.mjs';
import image from 'lucide-static/dist/esm/icons/image.mjs';
import inbox from 'lucide-static/dist/esm/icons/inbox.mjs';
import info from 'lucide-static/dist/esm/icons/info.mjs';
import keyboard from 'lucide-static/dist/esm/icons/keyboard.mjs';
import languages from 'lucide-static/dist/esm/icons/languages.mjs';
import lightbulb from 'lucide-static/dist/esm/icons/lightbulb.mjs';
import link from 'lucide-static/dist/esm/icons/link.mjs';
import listChecks from 'lucide-static/dist/esm/icons/list-checks.mjs';
import logIn from 'lucide-static/dist/esm/icons/log-in.mjs';
import logOut from 'lucide-static/dist/esm/icons/log-out.mjs';
import mail from 'lucide-static/dist/esm/icons/mail.mjs';
import mapPin from 'lucide-static/dist/esm/icons/map-pin.mjs';
import megaphone from 'lucide-static/dist/esm/icons/megaphone.mjs';
import meh from 'lucide-static/dist/esm/icons/face-neutral.mjs';
import messageSquareText from 'lucide-static/dist/esm/icons/message-square-text.mjs';
import mic from 'lucide-static/dist/esm/icons/mic.mjs';
import minus from 'lucide-static/dist/esm/icons/minus.mjs';
import monitor from 'lucide-static/dist/esm/icons/monitor.mjs';
import moon from 'lucide-static/dist/esm/icons/moon.mjs';
import paperclip from 'lucide-static/dist/esm/icons/paperclip.mjs';
import pencil from 'lucide-static/dist/esm/icons/pencil.mjs';
import phone from 'lucide-static/dist/esm/icons/phone.mjs';
import plus from 'lucide-static/dist/esm/icons/plus.mjs';
import presentation from 'lucide-static/dist/esm/icons/presentation.mjs';
import printer from 'lucide-static/dist/esm/icons/printer.mjs';
import qrCode from 'lucide-static/dist/esm/icons/qr-code.mjs';
import reply from 'lucide-static/dist/esm/icons/reply.mjs';
import rotateCw from 'lucide-static/dist/esm/icons/rotate-cw.mjs';
import search from 'lucide-static/dist/esm/icons/search.mjs';
import send from 'lucide-static/dist/esm/icons/send.mjs';
import settings from 'lucide-static/dist/esm/icons/settings.mjs';
import smile from 'lucide-static/dist/esm/icons/face-slightly-smiling.mjs';
import square from 'lucide-static/dist/esm/icons/square.mjs';
import sun from 'lucide-static/dist/esm/icons/sun.mjs';
import target from 'lucide-static/dist/esm/icons/target.mjs';
import trendingDown from 'lucide-static/dist/esm/icons/trending-down.mjs';
import trendingUp from 'lucide-static/dist/esm/icons/trending-up.mjs';
import triangleAlert from 'lucide-static/dist/esm/icons/triangle-alert.mjs';
import undo2 from 'lucide-static/dist/esm/icons/undo-2.mjs';
import user from 'lucide-static/dist/esm/icons/user.mjs';
import users from 'lucide-static/dist/esm/icons/users.mjs';
import wifiOff from 'lucide-static/dist/esm/icons/wifi-off.mjs';
import x from 'lucide-static/dist/esm/icons/x.mjs';

/** The drawings in use, and no others: each costs every first visit some bytes. */
export const icons = {
  'arrow-down': arrowDown,
  'arrow-left': arrowLeft,
  'arrow-right': arrowRight,
  'arrow-up': arrowUp,
  ban,
  building,
  calendar,
  camera,
  'chart-line': chartLine,
  bell,
  check,
  'chevron-down': chevronDown,
  'chevron-left': chevronLeft,
  'chevron-right': chevronRight,
  'circle-alert': circleAlert,
  'circle-check': circleCheck,
  'circle-x': circleX,
  'clipboard-list': clipboardList,
  clock,
  copy,
  download,
  ellipsis,
  'external-link': externalLink,
  eye,
  'eye-off': eyeOff,
  'file-text': fileText,
  flag,
  frown,
  heart,
  history,
  hourglass,
  house,
  image,
  inbox,
  info,
  keyboard,
  languages,
  lightbulb,
  link,
  'list-checks': listChecks,
  'log-in': logIn,
  'log-out': logOut,
  mail,
  'map-pin': mapPin,
  megaphone,
  meh,
  'message-square-text': messageSquareText,
  mic,
  minus,
  monitor,
  moon,
  paperclip,
  pencil,
  phone,
  plus,
  presentation,
  printer,
  'qr-code': qrCode,
  reply,
  'rotate-cw': rotateCw,
  search,
  send,
  settings,
  smile,
  square,
  sun,
  target,
  'trending-down': trendingDown,
  'trending-up': trendingUp,
  'triangle-alert': triangleAlert,
  'undo-2': undo2,
  user,
  users,
  'wifi-off': wifiOff,
  x,
};

export type IconName = keyof typeof icons;
