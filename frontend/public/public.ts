import { keepDraft } from './draft';
import { offerDictation } from './dictation';
import { checkFields } from './checks';
import { offerLargerText } from './larger-text';
import { offerReading } from './reading';
import { offerCopyAndPrint } from './receipt';
import { sendWithCare } from './sending';

/*
 * What a browser that runs scripts adds to pages that do without: each piece looks for its own place
 * in the page, and leaves it alone where the browser cannot do what it offers.
 */
offerLargerText();
offerReading();
offerCopyAndPrint();
for (const form of document.querySelectorAll<HTMLFormElement>('[data-form]')) {
  keepDraft(form);
  checkFields(form);
  sendWithCare(form);
  offerDictation(form);
}
