/* What was typed is not lost by looking at another task. */
import { isEmpty } from './elements.js';

const draftKey = kit => `klyngeflow:${kit.data.me.id}:${kit.taskId || kit.processKey}`;

export function forgetDraft(kit) {
  clearTimeout(kit.draftTimer);
  sessionStorage.removeItem(draftKey(kit));
}

export function keepDraft(kit) {
  const draft = kit.fields.map(field => field.keep?.() ?? field.raw());
  try {
    sessionStorage.setItem(draftKey(kit), JSON.stringify(draft));
  } catch {
    // a full or forbidden storage only costs the draft
  }
}

export function restoreDraft(kit) {
  try {
    const draft = JSON.parse(sessionStorage.getItem(draftKey(kit)) || 'null');
    if (draft?.length === kit.fields.length) kit.fields.forEach((field, i) => { if (!isEmpty(draft[i])) field.set(draft[i]); });
  } catch {
    sessionStorage.removeItem(draftKey(kit));
  }
}
