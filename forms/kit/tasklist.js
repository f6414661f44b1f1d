/* Tasklist around the form. */
import { say } from './complaints.js';
import { element } from './elements.js';

/* Tasklist's button stays grey until Angular looks again, and it does not know of what we waited for. */
export function wake(kit) {
  setTimeout(() => kit.camForm.formElement.scope?.()?.$apply?.());
}

export function sendButton(kit) {
  return kit.form.closest('.modal-content')?.querySelector('.modal-footer .btn-primary')
    || kit.form.closest('[cam-tasklist-form]')?.querySelector('.form-actions .btn-primary');
}

/** The button says what it does: the words of the chosen option, or those of the form. */
export function labelButton(kit) {
  const button = sendButton(kit);
  const words = kit.active().map(field => field.submitWords?.()).find(Boolean) || kit.form.dataset.submit;
  if (button && words && button.textContent !== words) {
    if (!kit.buttonWas) {
      kit.buttonWas = [...button.childNodes];
      kit.camForm.formElement.scope?.()?.$on('$destroy', () => button.replaceChildren(...kit.buttonWas));
    }
    button.replaceChildren(words);
  }
}

/* A task that nobody has taken can be read but not answered. */
export function watchLock(kit) {
  const around = kit.form.closest('[cam-tasklist-form]')?.querySelector('.injected-form-wrapper') && kit.form.closest('.disabled-form, [ng-class]');
  const { mayTake, holder } = kit.data.task.hands || {};
  const way = mayTake === false ? [holder ? `${holder} har den.` : 'Den ligger hos andre.']
    : [element('button', { type: 'button', class: 'kf-link', onclick: () => claim(kit) }, 'Tag opgaven'), ' for at svare på den.'];
  const note = element('p', { class: 'kf-locked', hidden: true }, 'Du kan læse opgaven. ', ...way);
  kit.form.prepend(note);
  const look = () => {
    kit.locked = Boolean(kit.form.closest('.disabled-form'));
    note.hidden = !kit.locked;
    for (const field of kit.fields) field.lock(kit.locked);
  };
  look();
  if (around) new MutationObserver(look).observe(around, { attributes: true, attributeFilter: ['class'] });
}

/** What the task is about is for those only who can do it. */
export function showClosed(kit) {
  for (const part of kit.form.children) part.hidden = true;
  kit.form.prepend(element('p', { class: 'kf-locked' }, `Opgaven ligger hos ${kit.data.task.hands.holder || 'andre'}. Det, den handler om, ser kun de, der kan løse den. Du skal ikke gøre noget.`));
}

function claim(kit) {
  const button = document.querySelector('.task-card .claim, .column.task-details .claim, button.claim');
  if (button) button.click();
  else say(kit, ['En anden har opgaven. Bed hende give den videre.']);
}

/** After a task was given to somebody else: let Tasklist fetch its list anew. */
export function leave(kit) {
  let scope = kit.camForm.formElement.scope?.();
  while (scope && !scope.taskData) scope = scope.$parent;
  if (!scope) return location.reload();
  // the address names the task that is shown
  location.hash = location.hash.replace(/([?&])task=[^&]*&?/, '$1');
  scope.$apply(() => {
    scope.taskData.set('taskId', { taskId: null });
    scope.taskData.changed('taskList');
  });
  return undefined;
}
