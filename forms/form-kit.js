/*
 * What all forms in Tasklist share. A form is HTML with a few words of its own; this file and its parts in kit/ make it work:
 *
 *   <form name="approveAsBoard" class="kf" data-load="invoice=/api/clusters/{clusterId}/invoices/{invoiceId}" data-submit="Godkend">
 *     <script cam-script type="text/form-script">import('/forms-kit/form-kit.js').then(kit => kit.open(camForm));</script>
 *     <p class="kf-intro">One sentence: what to do and why.</p>
 *     <kf-fact label="Leverandør" of="invoice.supplier.name"></kf-fact>
 *     <kf-choice name="decision" label="Hvad skal der ske?" required>
 *       <kf-option value="APPROVE" submit="Godkend">Godkend</kf-option> …
 *     </kf-choice>
 *     <kf-field name="comment" type="area" label="Bemærkning" data-when="decision=BACK" required></kf-field>
 *   </form>
 *
 * Names in `of`, `from`, `data-when` and {…} are looked up in: what data-load fetched, `upload`, the answers given so far, the variables
 * of the case, `me` and `task`. What is hidden by data-when, or lies where data-counts does not hold, is neither checked nor sent; where
 * data-keeps holds, what can be read is sent nevertheless, so that it is kept. A field that is `local` is never sent. Money is sent as whole øre, dates as 2026-11-22.
 * The server checks everything again: before Tasklist sends the form, and in the transaction that completes the task.
 *
 * Each part has one purpose and its own test. A browser asks whether this file has changed and keeps the parts, whose addresses bear a version.
 */

import { budget } from './kit/budget.js';
import { calendar } from './kit/calendar.js';
import { checks, choice, clusters, select } from './kit/choices.js';
import { delegate, withdraw } from './kit/delegate.js';
import { field, seen } from './kit/field.js';
import { files } from './kit/files.js';
import { Kit } from './kit/form.js';
import { invoice } from './kit/invoice.js';
import { preview } from './kit/preview.js';
import { near, problems } from './kit/problems.js';
import { rows } from './kit/rows.js';
import { fact, note, picture } from './kit/shown.js';
import { approvals, history, questions } from './kit/story.js';
import { dress } from './kit/style.js';
import { table } from './kit/tables.js';
import { upload } from './kit/upload.js';

export { element } from './kit/elements.js';
export { readDate, readDay, writeDate } from './kit/dates.js';
export { readMoney, writeMoney } from './kit/money.js';
export { announce } from './kit/next.js';
export { write } from './kit/words.js';

/* the first may be made of the others */
const PARTS = {
  'kf-invoice': invoice,
  'kf-cluster': clusters, 'kf-dates': calendar, 'kf-upload': upload, 'kf-field': field, 'kf-choice': choice, 'kf-select': select, 'kf-checks': checks, 'kf-rows': rows, 'kf-seen': seen, 'kf-fact': fact, 'kf-budget': budget,
  'kf-approvals': approvals, 'kf-problems': problems, 'kf-table': table, 'kf-history': history, 'kf-questions': questions, 'kf-near': near, 'kf-files': files,
  'kf-note': note, 'kf-picture': picture, 'kf-preview': preview, 'kf-delegate': delegate, 'kf-withdraw': withdraw,
};

/** Called by the one line of script in every form. */
export async function open(camForm) {
  const form = camForm.formElement[0] || camForm.formElement;
  dress();
  const kit = new Kit(form, camForm, PARTS);
  camForm.kit = kit;
  await kit.start();
  return kit;
}
