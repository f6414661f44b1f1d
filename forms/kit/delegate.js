/* Giving the task to somebody else, or taking the case back. */
import { writeDate } from './dates.js';
import { forgetDraft } from './draft.js';
import { element, freshId } from './elements.js';
import { announce } from './next.js';
import { API, SOMETHING_WRONG, ask } from './server.js';
import { leave } from './tasklist.js';

/** A button that opens a small panel; `fill` puts into it what is needed once it is opened. */
function opener(place, words, fill) {
  const panel = element('div', { class: 'kf-panel', hidden: true });
  const button = element('button', { type: 'button', class: 'kf-button', 'aria-expanded': 'false' }, words);
  place.append(button, panel);
  button.addEventListener('click', () => {
    panel.hidden = !panel.hidden;
    button.setAttribute('aria-expanded', String(!panel.hidden));
    if (!panel.hidden && !panel.childElementCount) fill(panel);
  });
}

/** A button that does one thing at the server and then leaves the task; a refusal is said beside it. */
function deed(kit, words, path, body, ready) {
  const error = element('p', { class: 'kf-error', role: 'alert', hidden: true });
  const complain = text => { error.textContent = text; error.hidden = !text; };
  const button = element('button', { type: 'button', class: 'kf-button' }, words);
  button.addEventListener('click', async () => {
    const missing = ready();
    complain(missing || '');
    if (missing) return;
    button.disabled = true;
    try {
      const answer = await ask(path(), { method: 'POST', body: body() });
      if (answer?.sentence) announce(answer.sentence);
      forgetDraft(kit);
      leave(kit);
    } catch (problem) {
      button.disabled = false;
      complain((problem.messages || [SOMETHING_WRONG]).join(' '));
    }
  });
  return [button, error];
}

/** What a member was asked about the task and proposes; stands above the form. */
function showHelp(kit, help) {
  const asked = help?.asked;
  if (!asked) return;
  const note = element('div', { class: `kf-note kf-asked ${{ WAITING: '', ANSWERED: 'kf-ok', LEFT: 'kf-warning' }[asked.state]}` });
  const saying = {
    WAITING: `${asked.name} er spurgt om opgaven ${writeDate(asked.since)} og har ikke svaret endnu. Du kan godt løse den imens.`,
    ANSWERED: `${asked.name} har svaret ${writeDate(asked.since)}. Det er stadig dig, der løser opgaven.`,
    LEFT: `${asked.name} blev spurgt om opgaven, men er ikke medlem længere. Spørg en anden, eller løs den selv.`,
  }[asked.state];
  note.append(element('p', {}, saying));
  if (asked.question) note.append(element('p', { class: 'kf-quote' }, `Du skrev: ${asked.question}`));
  if (asked.answer) note.append(element('blockquote', { class: 'kf-saying kf-lines' }, asked.answer));
  if (asked.file) note.append(element('p', {}, element('a', { href: asked.file.url }, asked.file.name)));
  if (asked.file?.warning) note.append(element('p', { class: 'kf-note kf-warning' }, asked.file.warning));
  if (asked.mayTakeBack) {
    note.append(...deed(kit, 'Tag spørgsmålet tilbage', () => `${API}/tasks/${kit.taskId}/help/take-back`, () => ({}), () => ''));
  }
  kit.alert.after(note);
}

/** To a colleague with a log-in, who then has the task; or to a member, who gets a link and answers, while the task stays here. */
export function delegate(kit, place) {
  if (!kit.taskId) return;
  const helped = ask(`${API}/tasks/${kit.taskId}/help`).then(help => { showHelp(kit, help); return help; }).catch(() => null);
  opener(place, 'Delegér …', async panel => {
    const id = freshId('delegate');
    try {
      const people = await ask(`${API}/tasks/${kit.taskId}/delegates`);
      const help = await helped;
      const waits = help?.asked?.state === 'WAITING';
      const members = waits ? [] : (help?.members || []).filter(member => !people.some(person => person.id === member.id));
      if (people.length + members.length === 0) {
        panel.append(element('p', {}, 'Der er ingen andre i klyngen, som må løse denne opgave.'));
        return;
      }
      const options = list => list.map(each => element('option', { value: each.id }, [each.name, each.role].filter(Boolean).join(', ')));
      const list = element('select', { id }, element('option', { value: '' }, 'Vælg …'),
        people.length > 0 && element('optgroup', { label: 'Får opgaven i Tasklist' }, ...options(people)),
        members.length > 0 && element('optgroup', { label: 'Medlemmer: får et link pr. mail' }, ...options(members)));
      const text = element('textarea', { id: `${id}-text`, rows: 3, maxlength: 2000 });
      const wish = element('label', { for: text.id });
      const how = element('p', { class: 'kf-hint' });
      const byMail = element('div', { hidden: true }, wish, text, how);
      const isMember = () => members.some(member => member.id === list.value);
      const [button, error] = deed(kit, 'Giv opgaven videre', () => `${API}/tasks/${kit.taskId}/${isMember() ? 'help' : 'delegate'}`,
        () => ({ to: list.value, ...(isMember() ? { question: text.value } : text.value.trim() ? { message: text.value } : {}) }), () => !list.value && 'Vælg, hvem der skal have opgaven.');
      list.addEventListener('change', () => {
        byMail.hidden = !list.value;
        wish.textContent = isMember() ? 'Hvad vil du gerne have hjælp til? (valgfrit)' : 'Besked til din kollega (valgfrit)';
        how.textContent = isMember()
          ? 'Medlemmet får et link pr. mail og skal ikke logge ind. Opgaven bliver hos dig, og svaret kommer til at stå øverst i den.'
          : 'Din kollega får straks en mail med beskeden og et link til opgaven.';
        button.textContent = isMember() ? 'Send til medlemmet' : 'Giv opgaven videre';
      });
      panel.append(element('label', { for: id }, 'Hvem skal have opgaven eller spørges?'), list, byMail, button, error);
      list.focus();
    } catch (problem) {
      panel.append(element('p', { class: 'kf-error', role: 'alert' }, (problem.messages || [SOMETHING_WRONG]).join(' ')));
    }
  });
}

/** Takes the invoice back before it is paid. */
export function withdraw(kit, place) {
  opener(place, 'Træk bilaget tilbage …', panel => {
    const id = freshId('withdraw');
    const why = element('input', { type: 'text', id, maxlength: 500, autocomplete: 'off' });
    panel.append(element('label', { for: id }, 'Hvorfor trækkes det tilbage?'), why, ...deed(kit, 'Træk tilbage',
      () => `${kit.fill(place.getAttribute('to'))}?reason=${encodeURIComponent(why.value.trim())}`, () => ({}), () => !why.value.trim() && 'Skriv kort hvorfor.'));
    why.focus();
  });
}
