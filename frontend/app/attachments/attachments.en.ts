import type { Translation } from '../i18n/words';
import type { words as french } from './attachments.fr';

export const words: Translation<typeof french> = {
  summary: 'Attach a photograph, a document, a voice message',
  choose: 'Choose files',
  camera: 'Take a photograph',
  hint: 'Photograph, PDF or sound, {{megabytes}} MB at most, {{most}} at most. They can also be dropped or pasted here. Place and device are erased from photographs.',
  notKept: 'Unlike the text, files are not kept if the page is closed.',
  chosen: 'Chosen files',
  kind: { image: 'Image', document: 'Document', sound: 'Sound', unknown: 'File' },
  remove: 'Remove {{name}}',
  added_one: '{{names}} is added.',
  added_other: '{{count}} files are added: {{names}}.',
  removed: '{{name}} is removed.',
  problem: {
    empty: 'This file is empty.',
    too_large: 'Too heavy: {{megabytes}} MB at most. It will not be sent.',
    too_many: 'One too many: {{most}} files at most. It will not be sent.',
    unsupported:
      'Neither a photograph (JPEG, PNG, WebP), nor a PDF, nor a sound (MP3, M4A, OGG, WebM, WAV). It will not be sent.',
  },
  recorder: {
    start: 'Record a voice message',
    stop: 'Stop recording',
    left: '{{elapsed}} of {{most}}',
    started: 'Recording has started.',
    stopped: 'Recording is over.',
    refused:
      'The microphone is not allowed, or there is none. Allow it in the browser, or choose a file.',
    name: 'Voice message',
  },
  dictation: {
    start: 'Dictate',
    stop: 'Stop dictating',
    preparing: 'Dictation is getting ready…',
    listening: 'Dictation is listening. Nothing leaves this device.',
    stopped: 'Dictation is stopped.',
    failed: 'Dictation did not work. Please type instead.',
  },
  uploads: {
    title: 'Attached files',
    titleOf: 'Files of record {{reference}}',
    waiting: 'waiting',
    sending: '{{share}} sent',
    done: 'sent',
    failed: 'not sent',
    retry: 'Try again',
    retryOf: 'Try again to send {{name}}',
    dismiss: 'Do not send',
    dismissOf: 'Do not send {{name}}',
  },
  record: {
    title: 'Attached files',
    see: 'Enlarge {{name}}',
    download: 'Download {{name}}',
    downloadIt: 'Download',
    lasts: 'lasts {{length}}',
    remove: 'Remove',
    removeOf: 'Remove {{name}}',
    removal: {
      title: 'Remove {{name}}?',
      reason: 'Why?',
      hint: 'The file is erased for good. The reason stays in the history.',
      done: '{{name}} is removed.',
    },
  },
};
