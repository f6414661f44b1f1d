/*
 * What all forms in Tasklist share. A form is HTML with a few words of its own; this file makes it work:
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
 */

const API = '/api';
const STYLE = '/forms-kit/form-kit.css';
const PREVENTED = 'camForm submission prevented'; // the text that Tasklist keeps quiet about
const SOMETHING_WRONG = 'Det lykkedes ikke, og intet er ændret. Prøv igen om lidt.';
const NO_NETWORK = 'Der er ingen forbindelse til Klyngeflow lige nu. Det, du har skrevet, står her stadig. Prøv igen om lidt.';

/* ---------- small words ---------- */

export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) made.addEventListener(name.slice(2), value);
    else if (value === true) made.setAttribute(name, '');
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(name, value);
  }
  made.append(...children.filter(child => child !== null && child !== undefined && child !== false));
  return made;
}

const isEmpty = value => value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
let serial = 0;
const freshId = name => `kf-${name}-${++serial}`;

/* ---------- amounts and dates as Danes write them ---------- */

/** Øre (or a hundredth of another currency) as 1.234,50. */
export function writeMoney(ore) {
  const sign = ore < 0 ? '-' : '';
  const digits = String(Math.abs(Math.round(ore))).padStart(3, '0');
  return sign + digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, '.') + ',' + digits.slice(-2);
}

/** 1.234,50 or 1234,5 or 1234 as øre; null when it is no amount. A point before the øre is refused: it may mean thousands. */
export function readMoney(text) {
  const bare = text.replace(/\s|kr\.?$/gi, '').replace(/^[−–]/, '-').replace(/,-$/, '');
  if (!/^-?(\d+|\d{1,3}(\.\d{3})+)(,\d{1,2})?$/.test(bare)) return null;
  const [kroner, ore = ''] = bare.replace(/\./g, '').replace('-', '').split(',');
  const value = Number(kroner) * 100 + Number(ore.padEnd(2, '0'));
  return Number.isSafeInteger(value) ? (bare.startsWith('-') ? -value : value) : null;
}

/** 2026-11-22 (or an instant) as 22.11.2026. */
export function writeDate(iso) {
  if (!/^\d{4}-\d\d-\d\d/.test(iso || '')) return iso || '';
  if (iso.includes('T')) {
    return new Date(iso).toLocaleString('da-DK', {
      timeZone: 'Europe/Copenhagen', day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit' }).replace(', ', ' ');
  }
  return iso.slice(8, 10) + '.' + iso.slice(5, 7) + '.' + iso.slice(0, 4);
}

/** 22.11.2026, 22/11-26, 22-11-2026 or 22112026 as 2026-11-22; null when there is no such day. */
export function readDate(text) {
  const bare = text.trim();
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(bare)?.slice(1, 4).reverse()
    || /^(\d{1,2})[./\- ]+(\d{1,2})[./\- ]+(\d{4}|\d\d)$/.exec(bare)?.slice(1, 4)
    || /^(\d\d)(\d\d)(\d{4}|\d\d)$/.exec(bare)?.slice(1, 4);
  if (!parts) return null;
  const [day, month] = parts.map(Number);
  const year = parts[2].length === 2 ? 2000 + Number(parts[2]) : Number(parts[2]);
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || year < 1990 || year > 2099) return null;
  return date.toISOString().slice(0, 10);
}

const WORDS = {
  INVOICE: 'Faktura', CREDIT_NOTE: 'Kreditnota', FEE: 'Honorar', OUTLAY: 'Udlæg', CLAIM: 'Eget krav',
  BANK: 'Bankkonto', IBAN: 'IBAN', FIK: 'Betalingskort (FIK)', GIRO: 'Girokort', NEMKONTO: 'NemKonto', NONE: 'Skal ikke betales',
  INCOME: 'Indtægter', EXPENSE: 'Udgifter', ASSET: 'Aktiver', LIABILITY: 'Gæld', EQUITY: 'Egenkapital',
  SECRETARY: 'Sekretær', COORDINATOR: 'Koordinator', BOARD: 'Bestyrelse', MEMBERS: 'Medlemmerne',
  true: 'Ja', false: 'Nej',
};

/** A value for people: as money (øre), amount (a decimal number), date, or word. */
export function write(value, as) {
  if (isEmpty(value)) return '';
  if (as === 'money') return writeMoney(value) + ' kr.';
  if (as === 'minor') return writeMoney(value);
  if (as === 'amount') return writeMoney(Math.round(Number(value) * 100));
  if (as === 'date') return writeDate(String(value));
  if (as === 'word') return WORDS[value] || String(value);
  return String(value);
}

/* ---------- talking to the server ---------- */

async function ask(path, { method = 'GET', body } = {}) {
  // no other site can make a browser send this header: the server takes no change without it
  const headers = { Accept: 'application/json', 'X-Requested-With': 'XMLHttpRequest' };
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  let response;
  try {
    response = await fetch(path, { method, headers, credentials: 'same-origin', body: body === undefined ? undefined : JSON.stringify(body) });
  } catch {
    throw Object.assign(new Error(NO_NETWORK), { messages: [NO_NETWORK] });
  }
  const json = (response.headers.get('Content-Type') || '').includes('json') ? await response.json() : null;
  if (!response.ok || (response.redirected && json === null)) {
    const status = response.ok ? 401 : response.status;
    throw Object.assign(new Error(`HTTP ${status}`), { status, messages: messagesOf(json, status), fields: json?.fields || {}, doubts: json?.doubts || [] });
  }
  return json;
}

function messagesOf(json, status) {
  if (Array.isArray(json?.messages) && json.messages.length) return json.messages;
  if (json?.message) return [json.message];
  if (status === 401) return ['Du er blevet logget ud. Log ind i et andet faneblad, og prøv så igen her; det, du har skrevet, står her stadig.'];
  if (status === 403) return ['Det har du ikke adgang til.'];
  if (status === 404) return ['Det findes ikke længere. Måske har en anden løst opgaven; genindlæs siden.'];
  if (status === 413) return ['Filen er for stor. En fil må højst fylde 10 MB.'];
  return [SOMETHING_WRONG];
}

/* ---------- the form ---------- */

/** Called by the one line of script in every form. */
export async function open(camForm) {
  const form = camForm.formElement[0] || camForm.formElement;
  if (!document.querySelector(`link[href="${STYLE}"]`)) {
    document.head.append(element('link', { rel: 'stylesheet', href: STYLE }));
  }
  const kit = new Kit(form, camForm);
  camForm.kit = kit;
  await kit.start();
  return kit;
}

class Kit {
  constructor(form, camForm) {
    this.form = form;
    this.camForm = camForm;
    this.taskId = camForm.taskId || null;
    this.processKey = camForm.processDefinitionKey || String(camForm.processDefinitionId || '').split(':')[0];
    this.data = {};
    this.loaded = new Map();
    this.fields = [];
    this.shown = [];
    this.confirmed = new Set(); // what was unusual, and she has said is right; another value is asked about anew
    this.locked = false;
    this.sending = false;
    this.ready = false;
  }

  async start() {
    const form = this.form;
    form.classList.add('kf', 'kf-loading');
    form.noValidate = true;
    form.lang = 'da';
    form.addEventListener('submit', event => event.preventDefault());
    this.alert = element('div', { class: 'kf-alert', role: 'alert', tabindex: '-1', hidden: true });
    form.prepend(this.alert);
    this.takeOverSubmit();
    try {
      const [me, task] = await Promise.all([ask(`${API}/me`), this.taskId ? ask(`${API}/tasks/${this.taskId}`) : null]);
      this.data = { me, task: task || {} };
      this.known = task?.variables || {};
      if (!task && me.clusters.length === 1) this.known.clusterId = me.clusters[0].id;
      await this.load();
      this.build();
      this.showAround();
      this.restoreDraft();
      this.watchLock();
      this.ready = true;
      this.render();
      if (await this.load()) this.render();
    } catch (problem) {
      this.broken = true;
      this.say(problem.messages || [SOMETHING_WRONG]);
      if (!problem.messages) throw problem;
    } finally {
      form.classList.remove('kf-loading');
    }
  }

  /** Above the form: what the colleague wrote who gave the task away, and the way to the page of the case. */
  showAround() {
    const { note, page } = this.data.task;
    if (note) {
      this.alert.after(element('div', { class: 'kf-note' }, element('p', {}, `${note.from} gav dig opgaven ${writeDate(note.at)} og skriver:`),
        element('blockquote', { class: 'kf-saying kf-lines' }, note.text)));
    }
    if (page) this.alert.after(element('p', { class: 'kf-case' }, element('a', { href: page.href }, page.title)));
  }

  /** Fetches what can be fetched by now; true when something new has come. */
  async load() {
    const sources = (this.form.dataset.load || '').split(';').map(source => source.trim()).filter(Boolean);
    const came = await Promise.all(sources.map(async source => {
      const [, name, optional, path] = /^(\w+)(\??)\s*=\s*(.+)$/.exec(source);
      const filled = this.fill(path);
      if (this.loaded.get(name) === filled) return false;
      this.loaded.set(name, filled);
      if (optional) this.data[name] = null;
      if (filled !== null) {
        const answer = await ask(filled).catch(problem => { if (!optional) throw problem; });
        if (this.loaded.get(name) === filled) this.data[name] = answer;
      }
      return true;
    }));
    return came.includes(true);
  }

  /** The path with {names} replaced; null while one of them is not known. */
  fill(path) {
    let missing = false;
    const filled = path.replace(/\{([\w.]+)\}/g, (whole, name) => {
      const value = this.look(name);
      if (isEmpty(value)) missing = true;
      return encodeURIComponent(value ?? '');
    });
    return missing ? null : filled;
  }

  look(path) {
    const [first, ...rest] = path.split('.');
    const field = this.fields.find(each => each.name === first);
    let value = first in this.data ? this.data[first] : field ? field.raw() : this.known?.[first];
    for (const step of rest) value = value?.[step];
    return value;
  }

  /** `decision=BACK|QUERY`, `invoice.ownClaim`, `!invoice.meeting`; several parted by `&`. */
  holds(condition) {
    return condition.split('&').every(part => {
      const [, not, path, values] = /^\s*(!?)\s*([\w.]+)\s*(?:=\s*(.*?))?\s*$/.exec(part);
      const value = this.look(path);
      const yes = values === undefined ? !isEmpty(value) && value !== false : values.split('|').includes(String(value ?? ''));
      return not ? !yes : yes;
    });
  }

  build() {
    for (const [tag, make] of Object.entries(PARTS)) {
      for (const place of this.form.querySelectorAll(tag)) {
        make(this, place);
        place.removeAttribute('name'); // it is now that of the input within
      }
    }
    // complaints come in the order in which people read
    this.fields.sort((a, b) => (a.place.compareDocumentPosition(b.place) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
    this.form.addEventListener('input', () => this.changed());
    this.form.addEventListener('change', () => this.changed());
  }

  changed() {
    this.render();
    this.load().then(news => news && this.render()).catch(problem => this.refused(problem));
    clearTimeout(this.draftTimer);
    this.draftTimer = setTimeout(() => this.keepDraft(), 300);
  }

  /** Shows everything anew; cheap enough to call at every keystroke. */
  render() {
    for (const each of this.form.querySelectorAll('[data-when]')) each.hidden = !this.holds(each.dataset.when);
    for (const each of this.form.querySelectorAll('[data-show]')) {
      each.textContent = write(this.look(each.dataset.show), each.dataset.as);
    }
    for (const show of this.shown) show();
    this.form.querySelectorAll('.kf-facts').forEach(list => {
      list.hidden = [...list.children].every(child => child.hidden);
    });
    this.labelButton();
  }

  /* what is on the form but hidden counts for nothing */
  active() {
    return this.fields.filter(field => {
      const counts = field.place.closest('[data-counts]');
      return !field.place.closest('[hidden]') && (!counts || this.holds(counts.dataset.counts));
    });
  }

  values() {
    const values = {};
    for (const field of this.active()) {
      if (field.place.hasAttribute('local')) continue;
      const { value, type } = field.read();
      if (!isEmpty(value)) values[field.name] = { value, type };
    }
    for (const field of this.fields) {
      const keeps = field.place.closest('[data-keeps]');
      if (field.name in values || !keeps || !this.holds(keeps.dataset.keeps) || field.place.closest('[hidden]')) continue;
      const { value, type, problem } = field.read();
      if (!problem && !isEmpty(value)) values[field.name] = { value, type };
    }
    if (this.confirmed.size) values.confirmed = { value: [...this.confirmed].join('\n'), type: 'String' };
    if (!this.taskId && this.known.clusterId && !values.clusterId) values.clusterId = { value: this.known.clusterId, type: 'String' };
    return values;
  }

  /** Shows what is wrong beside each field and in a list above; true when nothing is. */
  validate() {
    const wrong = [];
    for (const field of this.fields) field.complain('');
    for (const field of this.active()) {
      const { problem } = field.read();
      if (problem) {
        field.complain(problem);
        wrong.push({ field, problem });
      }
    }
    if (wrong.length === 0) {
      this.hush();
      return true;
    }
    if (wrong.length === 1) {
      this.hush();
      wrong[0].field.focus();
      // the bar with the button may lie over what is written below the field
      wrong[0].field.place?.querySelector('.kf-error:not([hidden])')?.scrollIntoView({ block: 'center' });
    } else {
      this.say(wrong.map(({ field, problem }) => element('a', {
        href: '#', onclick: event => { event.preventDefault(); field.focus(); } },
        field.caption && !problem.includes(field.caption) ? `${field.caption}: ${problem}` : problem)), 'Ret dette, før du går videre');
    }
    return false;
  }

  say(messages, heading) {
    const many = messages.length > 1;
    this.alert.replaceChildren(
      heading || many ? element('strong', {}, heading || 'Det kan ikke sendes endnu') : '',
      many ? element('ul', {}, ...messages.map(message => element('li', {}, message))) : element('p', {}, ...messages));
    this.alert.hidden = false;
    this.alert.scrollIntoView({ block: 'nearest' });
    this.alert.focus({ preventScroll: true });
  }

  hush() {
    this.alert.hidden = true;
    this.alert.replaceChildren();
  }

  /* ---------- sending ---------- */

  /* Tasklist's button stays the one that sends; what it calls asks us, and then the server, first. */
  takeOverSubmit() {
    const submit = this.camForm.submit;
    this.camForm.submit = done => {
      const stop = () => {
        done(new Error(PREVENTED));
        this.wake();
      };
      if (this.sending || this.broken || !this.ready) return stop(); // what is not there yet cannot be sent as if it were empty
      if (this.uploads?.some(upload => upload.busy)) {
        this.say(['Vent, til filen er sendt.']);
        return stop();
      }
      if (!this.validate()) return stop();
      this.sending = true;
      this.form.setAttribute('aria-busy', 'true');
      const finish = () => {
        this.sending = false;
        this.form.removeAttribute('aria-busy');
      };
      const values = this.values();
      this.check(values).then(() => {
        this.put(values);
        submit.call(this.camForm, (problem, result) => {
          finish();
          if (problem) {
            this.say(refusalOf(problem));
            return stop();
          }
          clearTimeout(this.draftTimer);
          sessionStorage.removeItem(this.draftKey());
          sayNext(this.taskId ? `${API}/tasks/${this.taskId}/next` : result?.id && `${API}/cases/${result.id}/next`);
          done(null, result);
        });
      }).catch(problem => {
        finish();
        this.refused(problem);
        stop();
      });
    };
  }

  check(values) {
    const plain = Object.fromEntries(Object.entries(values).map(([name, { value }]) => [name, value]));
    const path = this.taskId ? `${API}/tasks/${this.taskId}/check` : `${API}/processes/${this.processKey}/check`;
    return ask(path, { method: 'POST', body: plain });
  }

  refused(problem) {
    for (const [name, message] of Object.entries(problem.fields || {})) {
      this.fields.find(field => field.name === name)?.complain(message);
    }
    const doubts = problem.doubts || [];
    if (doubts.length === 0) return this.say(problem.messages || [SOMETHING_WRONG]);
    this.say(doubts.map(doubt => doubt.sentence), 'Se efter, om det er rigtigt');
    this.alert.append(element('button', { type: 'button', class: 'kf-button', onclick: () => {
      doubts.forEach(doubt => this.confirmed.add(doubt.key));
      this.hush();
      this.button()?.click();
    } }, 'Ja, det er rigtigt. Send det'));
  }

  /* Tasklist's button stays grey until Angular looks again, and it does not know of what we waited for. */
  wake() {
    setTimeout(() => this.camForm.formElement.scope?.()?.$apply?.());
  }

  put(values) {
    const manager = this.camForm.variableManager;
    for (const name of Object.keys(manager.variables)) manager.destroyVariable(name);
    for (const [name, { value, type }] of Object.entries(values)) manager.createVariable({ name, value, type });
  }

  /* ---------- Tasklist around the form ---------- */

  button() {
    return this.form.closest('.modal-content')?.querySelector('.modal-footer .btn-primary')
      || this.form.closest('[cam-tasklist-form]')?.querySelector('.form-actions .btn-primary');
  }

  /** The button says what it does: the words of the chosen option, or those of the form. */
  labelButton() {
    const button = this.button();
    const words = this.active().map(field => field.submitWords?.()).find(Boolean) || this.form.dataset.submit;
    if (button && words && button.textContent !== words) {
      if (!this.buttonWas) {
        this.buttonWas = [...button.childNodes];
        this.camForm.formElement.scope?.()?.$on('$destroy', () => button.replaceChildren(...this.buttonWas));
      }
      button.replaceChildren(words);
    }
  }

  /* A task that nobody has taken can be read but not answered. */
  watchLock() {
    const around = this.form.closest('[cam-tasklist-form]')?.querySelector('.injected-form-wrapper') && this.form.closest('.disabled-form, [ng-class]');
    const note = element('p', { class: 'kf-locked', hidden: true }, 'Du kan læse opgaven. ',
      element('button', { type: 'button', class: 'kf-link', onclick: () => this.claim() }, 'Tag opgaven'), ' for at svare på den.');
    this.form.prepend(note);
    const look = () => {
      this.locked = Boolean(this.form.closest('.disabled-form'));
      note.hidden = !this.locked;
      for (const field of this.fields) field.lock(this.locked);
    };
    look();
    if (around) new MutationObserver(look).observe(around, { attributes: true, attributeFilter: ['class'] });
  }

  claim() {
    const button = document.querySelector('.task-card .claim, .column.task-details .claim, button.claim');
    if (button) button.click();
    else this.say(['En anden har opgaven. Bed hende give den videre.']);
  }

  /** After a task was given to somebody else: let Tasklist fetch its list anew. */
  leave() {
    let scope = this.camForm.formElement.scope?.();
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

  /* ---------- what was typed is not lost by looking at another task ---------- */

  draftKey() {
    return `klyngeflow:${this.data.me.id}:${this.taskId || this.processKey}`;
  }

  keepDraft() {
    const draft = this.fields.map(field => field.keep?.() ?? field.raw());
    try {
      sessionStorage.setItem(this.draftKey(), JSON.stringify(draft));
    } catch {
      // a full or forbidden storage only costs the draft
    }
  }

  restoreDraft() {
    try {
      const draft = JSON.parse(sessionStorage.getItem(this.draftKey()) || 'null');
      if (draft?.length === this.fields.length) this.fields.forEach((field, i) => { if (!isEmpty(draft[i])) field.set(draft[i]); });
    } catch {
      sessionStorage.removeItem(this.draftKey());
    }
  }
}

/* ---------- what happens next ---------- */

const NEXT = 'klyngeflow-next';
const LOOKS = 4; // the case may still be on its way when the form has been sent
const BETWEEN_LOOKS = 700;

/** Says it below Tasklist's head, out of reach of its own drawing, until it is closed or something else is said. It covers nothing. */
export function announce(sentence, page) {
  document.getElementById(NEXT)?.remove();
  const close = element('button', { type: 'button', class: 'kf-link', onclick: () => said.remove() }, 'Luk');
  const said = element('div', { id: NEXT, class: 'kf-next', role: 'status' },
    element('p', {}, sentence, page ? ' ' : null, page ? element('a', { href: page.href }, page.title) : null), close);
  document.body.append(said);
  // the columns below begin where it ends, however many lines it takes
  new ResizeObserver(() => document.documentElement.style.setProperty('--kf-said', `${said.offsetHeight}px`)).observe(said);
  document.dispatchEvent(new CustomEvent('klyngeflow:done'));
}

async function sayNext(path) {
  if (!path) return;
  for (let look = 1, before = null; look <= LOOKS; look++) {
    const next = await ask(path).catch(() => null);
    if (!next) return;
    if (next.sentence !== before) announce(next.sentence, next.page);
    before = next.sentence;
    if (next.settled) return;
    await new Promise(later => setTimeout(later, BETWEEN_LOOKS));
  }
}

/* What Tasklist's own request was answered: our contracts answer in Danish, the engine in English. */
function refusalOf(problem) {
  const text = String(problem?.message || problem || '');
  const sentence = text.replace(/^.*?Exception:\s*/, '');
  return [/^[A-ZÆØÅ\u201E"].*[.!?]$/s.test(sentence) && !/ENGINE-|camunda|Exception|[Cc]annot |task /.test(sentence) ? sentence : SOMETHING_WRONG];
}

/* ---------- fields ---------- */

/** What is written beside a field: label, hint, room for a complaint. */
function frame(kit, place, group) {
  const id = freshId(place.getAttribute('name'));
  const required = place.hasAttribute('required');
  const label = element(group ? 'legend' : 'label', group ? {} : { for: id }, place.getAttribute('label') || '',
    required || group || place.hasAttribute('one-of') ? '' : element('span', { class: 'kf-optional' }, ' (valgfrit)'));
  const hint = place.hasAttribute('hint') ? element('p', { class: 'kf-hint', id: `${id}-hint` }, place.getAttribute('hint')) : null;
  const error = element('p', { class: 'kf-error', id: `${id}-error`, hidden: true });
  const describe = [hint && `${id}-hint`, `${id}-error`].filter(Boolean).join(' ');
  return { id, required, label, hint, error, describe, name: place.getAttribute('name'), caption: place.getAttribute('label') || '' };
}

function complaint(input, error) {
  return message => {
    error.textContent = message;
    error.hidden = !message;
    if (message) input.setAttribute('aria-invalid', 'true');
    else input.removeAttribute('aria-invalid');
  };
}

const TYPES = {
  text: { read: text => ({ value: text.trim() }) },
  area: { read: text => ({ value: text.trim() }) },
  money: {
    sent: 'Long', mode: 'decimal', width: 'short',
    write: value => (typeof value === 'number' ? writeMoney(value) : value),
    read: text => {
      const value = readMoney(text);
      return value === null ? { problem: 'Skriv beløbet i kroner og øre, fx 1.234,50.' } : { value };
    },
  },
  date: {
    mode: 'numeric', width: 'short', placeholder: 'dd.mm.åååå',
    write: writeDate,
    read: text => {
      const value = readDate(text);
      return value === null ? { problem: 'Skriv datoen som dag, måned og år, fx 22.11.2026.' } : { value };
    },
  },
  mail: {
    mode: 'email', input: 'email',
    read: text => (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim()) ? { value: text.trim() } : { problem: 'Skriv en hel mailadresse, fx navn@klinik.dk.' }),
  },
  cvr: {
    mode: 'numeric', width: 'short',
    read: text => {
      const digits = text.replace(/\s|^DK/gi, '');
      const sum = [...digits].reduce((total, digit, i) => total + Number(digit) * [2, 7, 6, 5, 4, 3, 2, 1][i], 0);
      return /^\d{8}$/.test(digits) && sum % 11 === 0 ? { value: digits } : { problem: 'Et CVR-nummer har 8 cifre. Se efter, om det er skrevet rigtigt.' };
    },
  },
  code: {
    width: 'short',
    read: text => (/^[A-Za-z]{3}$/.test(text.trim()) ? { value: text.trim().toUpperCase() } : { problem: 'Skriv tre bogstaver, fx DKK eller EUR.' }),
  },
  iban: {
    read: text => {
      const iban = text.replace(/\s/g, '').toUpperCase();
      const digits = (iban.slice(4) + iban.slice(0, 4)).replace(/[A-Z]/g, letter => letter.charCodeAt(0) - 55);
      const rest = [...digits].reduce((left, digit) => (left * 10 + Number(digit)) % 97, 0);
      return /^[A-Z]{2}\d\d[A-Z0-9]{11,30}$/.test(iban) && rest === 1 ? { value: iban } : { problem: 'Det er ikke et gyldigt IBAN-nummer. Se efter, om et ciffer er faldet ud.' };
    },
  },
  decimal: {
    mode: 'decimal', width: 'short',
    read: text => (/^-?\d{1,9}([,.]\d{1,2})?$/.test(text.trim()) ? { value: text.trim().replace('.', ',') } : { problem: 'Skriv et tal, fx 12,5.' }),
  },
  digits: {
    mode: 'numeric', width: 'short',
    read: text => {
      const digits = text.replace(/[\s-]/g, '');
      return /^\d+$/.test(digits) ? { value: digits } : { problem: 'Skriv kun cifre.' };
    },
  },
};

function field(kit, place) {
  const kind = TYPES[place.getAttribute('type') || 'text'];
  const parts = frame(kit, place, false);
  const max = Number(place.getAttribute('max') || (kind === TYPES.area ? 2000 : 200));
  const common = {
    id: parts.id, name: parts.name, 'aria-describedby': parts.describe, 'aria-required': parts.required ? 'true' : null, maxlength: max,
    autocomplete: 'off', class: kind.width ? `kf-${kind.width}` : null, placeholder: kind.placeholder,
  };
  const input = kind === TYPES.area
    ? element('textarea', { ...common, rows: place.getAttribute('rows') || 3 })
    : element('input', { ...common, type: 'text', inputmode: kind.mode });
  if (kind === TYPES.money) input.classList.add('kf-money');
  place.classList.add('kf-field');
  place.append(parts.label, ...[parts.hint].filter(Boolean), input, parts.error);

  const read = () => {
    if (!input.value.trim()) {
      return parts.required ? { problem: place.getAttribute('missing') || `Udfyld „${parts.caption}“.` } : { value: null };
    }
    const { value, problem } = kind.read(input.value);
    if (problem) return { problem };
    if (kind === TYPES.money && place.hasAttribute('positive') && value <= 0) return { problem: 'Beløbet skal være større end nul.' };
    const length = Number(place.getAttribute('length') || 0);
    if (length && String(value).length !== length) return { problem: `„${parts.caption}“ skal have ${length} cifre.` };
    return { value, type: kind.sent || 'String' };
  };
  const complain = complaint(input, parts.error);
  input.addEventListener('blur', () => {
    if (!input.value.trim()) return;
    const { value, problem } = read();
    complain(problem || '');
    if (!problem && kind.write) input.value = kind.write(value);
  });
  input.addEventListener('input', () => { if (!parts.error.hidden && !read().problem) complain(''); });
  const set = value => { input.value = kind.write ? kind.write(value) : value; };
  const first = place.hasAttribute('from') ? kit.look(place.getAttribute('from')) : kit.known[parts.name];
  if (!isEmpty(first)) set(place.getAttribute('from-as') === 'amount' ? Math.round(Number(first) * 100) : first);
  kit.fields.push({
    name: parts.name, caption: parts.caption, place, read, complain, set, raw: () => input.value, focus: () => input.focus(), lock: locked => { input.disabled = locked; },
  });
}

const WEEKDAYS = ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'];
const MONTHS = ['januar', 'februar', 'marts', 'april', 'maj', 'juni', 'juli', 'august', 'september', 'oktober', 'november', 'december'];

/** A month beside the lines of a field, for="times": a day that is pressed is put there with the hour of the last line, or taken away. */
function calendar(kit, place) {
  const lines = () => kit.form.elements.namedItem(place.getAttribute('for'));
  const two = number => String(number).padStart(2, '0');
  const written = day => `${two(day.getDate())}.${two(day.getMonth() + 1)}.${day.getFullYear()}`;
  const holds = (line, day) => new RegExp(`(^|\\D)0?${day.getDate()}\\.0?${day.getMonth() + 1}\\.${day.getFullYear()}\\b`).test(line);
  const today = new Date();
  let month = null;
  const toggle = day => {
    const all = lines().value.split('\n').filter(line => line.trim());
    const left = all.filter(line => !holds(line, day));
    const hour = /(\d{1,2}[.:]\d\d)\s*$/.exec(all[all.length - 1] || '');
    lines().value = (left.length < all.length ? left : [...all, `${WEEKDAYS[(day.getDay() + 6) % 7]} ${written(day)} ${hour ? hour[1] : '19.00'}`]).join('\n');
    lines().dispatchEvent(new Event('input', { bubbles: true }));
    lines().dispatchEvent(new Event('change', { bubbles: true }));
  };
  const draw = focused => {
    const first = /(\d{1,2})\.(\d{1,2})\.(\d{4})/.exec(lines().value);
    month ||= first ? new Date(first[3], first[2] - 1, 1) : new Date(today.getFullYear(), today.getMonth(), 1);
    const turn = by => () => { month = new Date(month.getFullYear(), month.getMonth() + by, 1); draw(by < 0 ? 'back' : 'on'); };
    const step = (id, label, sign, by) => {
      const made = element('button', { type: 'button', class: 'kf-turn', 'aria-label': label, 'data-id': id }, sign);
      made.addEventListener('click', turn(by));
      return made;
    };
    const day = number => new Date(month.getFullYear(), month.getMonth(), number);
    const cell = at => {
      if (at.getMonth() !== month.getMonth()) return element('td', {});
      const isChosen = lines().value.split('\n').some(line => holds(line, at));
      const made = element('button', {
        type: 'button', 'data-id': written(at), 'aria-pressed': String(isChosen), disabled: at <= today || kit.locked,
        'aria-label': `${WEEKDAYS[(at.getDay() + 6) % 7]} den ${at.getDate()}. ${MONTHS[at.getMonth()]} ${at.getFullYear()}` }, String(at.getDate()));
      made.addEventListener('click', () => { toggle(at); draw(written(at)); });
      return element('td', {}, made);
    };
    const begins = 1 - (day(1).getDay() + 6) % 7;
    const weeks = [];
    for (let at = begins; day(at) <= day(new Date(month.getFullYear(), month.getMonth() + 1, 0).getDate()); at += 7) {
      weeks.push(element('tr', {}, ...[0, 1, 2, 3, 4, 5, 6].map(more => cell(day(at + more)))));
    }
    place.replaceChildren(
      element('div', { class: 'kf-month' }, step('back', 'Forrige måned', '‹', -1), element('strong', { 'aria-live': 'polite' }, `${MONTHS[month.getMonth()]} ${month.getFullYear()}`), step('on', 'Næste måned', '›', 1)),
      element('table', { 'aria-label': 'Vælg datoer' },
        element('thead', {}, element('tr', {}, ...WEEKDAYS.map(name => element('th', { scope: 'col', abbr: name }, name.slice(0, 3))))),
        element('tbody', {}, ...weeks)));
    if (focused) [...place.querySelectorAll('button')].find(each => each.dataset.id === focused)?.focus();
  };
  // from day to day and week to week, over the ends of the month
  const steps = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
  place.addEventListener('keydown', event => {
    const from = /^(\d\d)\.(\d\d)\.(\d{4})$/.exec(event.target.dataset.id || '');
    if (!from || !steps[event.key]) return;
    event.preventDefault();
    const to = new Date(from[3], from[2] - 1, Number(from[1]) + steps[event.key]);
    if (to <= today) return;
    month = new Date(to.getFullYear(), to.getMonth(), 1);
    draw(written(to));
  });
  let before = null;
  kit.shown.push(() => {
    if (lines() && lines().value !== before) {
      before = lines().value;
      if (!place.contains(document.activeElement)) draw();
    }
  });
}

/** Options that are data ({value, label, hint}) stand before those of the form: options="poll.choices". */
function choice(kit, place) {
  const parts = frame(kit, place, true);
  const data = kit.look(place.getAttribute('options') || '') || [];
  place.prepend(...data.map(({ value, label, hint }) => element('kf-option', { value, hint: hint || null }, label)));
  const options = [...place.querySelectorAll('kf-option')];
  const radios = [];
  const cards = options.map((option, number) => {
    const value = option.getAttribute('value');
    const hint = option.getAttribute('hint');
    const radio = element('input', { type: 'radio', name: `${parts.id}`, id: `${parts.id}-${number}`, value, 'aria-describedby': hint ? `${parts.id}-${number}-hint` : null });
    radios.push(radio);
    const card = element('div', { class: 'kf-card', 'data-when': option.getAttribute('data-when') }, radio,
      element('label', { for: radio.id }, ...option.childNodes),
      hint ? element('p', { class: 'kf-hint', id: `${parts.id}-${number}-hint` }, hint) : null);
    option.remove();
    return card;
  });
  const set = element('fieldset', { 'aria-describedby': parts.describe, role: 'radiogroup', 'aria-required': parts.required ? 'true' : null },
    parts.label, parts.hint, element('div', { class: options.length > 2 ? 'kf-cards kf-many' : 'kf-cards' }, ...cards), parts.error);
  place.classList.add('kf-field');
  place.append(set);
  const chosen = () => radios.find(radio => radio.checked && !radio.closest('.kf-card').hidden);
  const submits = new Map(options.map(option => [option.getAttribute('value'), option.getAttribute('submit')]));
  const complain = complaint(set, parts.error);
  set.addEventListener('change', () => complain(''));
  const first = place.hasAttribute('from') ? kit.look(place.getAttribute('from')) : null;
  const choose = value => radios.forEach(radio => { radio.checked = radio.value === String(value); });
  if (!isEmpty(first)) choose(first);
  kit.fields.push({
    name: parts.name,
    place,
    complain,
    set: choose,
    raw: () => chosen()?.value || '',
    read: () => {
      const radio = chosen();
      if (radio) return { value: place.getAttribute('type') === 'flag' ? radio.value === 'true' : radio.value, type: place.getAttribute('type') === 'flag' ? 'Boolean' : 'String' };
      return parts.required ? { problem: place.getAttribute('missing') || 'Vælg, hvad der skal ske.' } : { value: null };
    },
    focus: () => radios[0].focus(),
    lock: locked => { set.disabled = locked; },
    submitWords: () => submits.get(chosen()?.value),
  });
}

/** A list to choose from, given as kf-options or as data: options="accounts" option-value="number" option-label="number name" option-help="guidance". */
function select(kit, place) {
  const parts = frame(kit, place, false);
  const source = place.getAttribute('options');
  const given = [...place.querySelectorAll('kf-option')].map(option => (
    { value: option.getAttribute('value'), label: option.textContent.trim(), help: option.getAttribute('hint') || '', group: '' }));
  place.replaceChildren();
  const input = element('select', { id: parts.id, name: parts.name, 'aria-describedby': `${parts.describe} ${parts.id}-help`, 'aria-required': parts.required ? 'true' : null });
  const help = element('p', { class: 'kf-help', id: `${parts.id}-help`, role: 'status', hidden: true });
  place.classList.add('kf-field');
  place.append(parts.label, ...[parts.hint].filter(Boolean), input, help, parts.error);

  let rows = [];
  let wanted = place.hasAttribute('from') ? kit.look(place.getAttribute('from')) : kit.known[parts.name];
  const choose = value => {
    wanted = value;
    input.value = rows.some(row => row.value === String(value)) ? String(value) : '';
  };
  const fill = found => {
    rows = found;
    const groups = new Map();
    input.replaceChildren(element('option', { value: '' }, place.getAttribute('none') || 'Vælg …'));
    for (const row of rows) {
      if (row.group && !groups.has(row.group)) {
        groups.set(row.group, element('optgroup', { label: row.group }));
        input.append(groups.get(row.group));
      }
      (groups.get(row.group) || input).append(element('option', { value: row.value }, row.label));
    }
    choose(isEmpty(wanted) ? '' : wanted);
  };
  let before;
  kit.shown.push(() => {
    const list = source ? kit.look(source) || [] : null;
    if (source && list !== before) {
      before = list;
      const only = place.getAttribute('option-only');
      const [key, values] = only ? only.split('=') : [];
      fill(list.filter(row => !only || values.split('|').includes(String(row[key]))).map(row => ({
        value: String(row[place.getAttribute('option-value') || 'id']),
        label: (place.getAttribute('option-label') || 'name').split(' ').map(each => row[each]).filter(Boolean).join(' '),
        help: row[place.getAttribute('option-help')] || '',
        group: write(row[place.getAttribute('option-group')], 'word'),
      })));
    }
    help.textContent = rows.find(row => row.value === input.value)?.help || '';
    help.hidden = !help.textContent;
  });
  if (!source) fill(given);
  const complain = complaint(input, parts.error);
  input.addEventListener('change', () => {
    wanted = input.value;
    complain('');
  });
  kit.fields.push({
    name: parts.name,
    place,
    complain,
    raw: () => input.value || (rows.length ? '' : wanted ?? ''),
    set: choose,
    read: () => (input.value ? { value: input.value, type: 'String' } : parts.required ? { problem: place.getAttribute('missing') || `Vælg „${parts.caption}“.` } : { value: null }),
    focus: () => input.focus(),
    lock: locked => { input.disabled = locked; },
  });
}

/** Several people or things to tick: options="wrap.people" option-label="name" option-hint="reply" option-checked="came". Sends the ids, parted by commas. */
function checks(kit, place) {
  const parts = frame(kit, place, true);
  const [label, hint, checked] = ['option-label', 'option-hint', 'option-checked'].map(name => place.getAttribute(name));
  const boxes = (kit.look(place.getAttribute('options')) || []).map((option, number) => {
    const id = `${parts.id}-${number}`;
    const said = hint && option[hint];
    const box = element('input', { type: 'checkbox', id, value: String(option.id), 'aria-describedby': said ? `${id}-hint` : null });
    box.checked = Boolean(checked && option[checked]);
    return { box, line: element('div', { class: 'kf-check' }, box, element('label', { for: id }, option[label || 'name']),
      said ? element('span', { class: 'kf-hint', id: `${id}-hint` }, said) : null) };
  });
  const ticked = () => boxes.filter(({ box }) => box.checked).map(({ box }) => box.value);
  const count = element('p', { class: 'kf-hint', role: 'status' });
  const set = element('fieldset', { 'aria-describedby': parts.describe }, parts.label, parts.hint, count,
    element('div', { class: 'kf-checks' }, ...boxes.map(({ line }) => line)), parts.error);
  place.classList.add('kf-field');
  place.append(set);
  kit.shown.push(() => { count.textContent = `${ticked().length} af ${boxes.length} er krydset af.`; });
  const complain = complaint(set, parts.error);
  set.addEventListener('change', () => complain(''));
  kit.fields.push({
    name: parts.name, caption: parts.caption, place, complain,
    raw: () => ticked().join(','),
    // nobody ticked is an answer too, and must not be lost as if nothing had been typed
    keep: () => ({ ticked: ticked() }),
    set: kept => boxes.forEach(({ box }) => { box.checked = kept.ticked.includes(box.value); }),
    read: () => (ticked().length || !parts.required ? { value: ticked().join(','), type: 'String' } : { problem: place.getAttribute('missing') || `Udfyld „${parts.caption}“.` }),
    focus: () => boxes[0]?.box.focus(),
    lock: locked => { set.disabled = locked; },
  });
}

/**
 * A small table to fill in, sent as JSON. Each kf-cell is a column: text, date, or a choice when it has options; `of` only shows, `key` goes
 * along unseen, `start` says what a new row begins with. With `fixed` the rows are those that came, otherwise they can be added and removed.
 */
function rows(kit, place) {
  const parts = frame(kit, place, true);
  const one = place.getAttribute('one') || 'Linje';
  const fixed = place.hasAttribute('fixed');
  const cells = [...place.querySelectorAll('kf-cell')].map(cell => ({
    name: cell.getAttribute('name'), of: cell.getAttribute('of'), label: cell.getAttribute('label') || '', key: cell.hasAttribute('key'), wide: cell.hasAttribute('wide'),
    optional: cell.hasAttribute('optional'), max: Number(cell.getAttribute('max') || 200), date: cell.getAttribute('type') === 'date',
    start: cell.hasAttribute('start') ? kit.look(cell.getAttribute('start')) : '',
    options: cell.hasAttribute('options') ? (kit.look(cell.getAttribute('options')) || []).map(({ id, name }) => [id, name])
      : cell.querySelector('kf-option') && [...cell.querySelectorAll('kf-option')].map(option => [option.getAttribute('value'), option.textContent.trim()]),
  }));
  const asked = cells.filter(cell => cell.name);
  place.replaceChildren();
  const list = element('div', { class: 'kf-lines' });
  const set = element('fieldset', { 'aria-describedby': parts.describe }, parts.label, parts.hint, list);
  const add = element('button', { type: 'button', class: 'kf-button' }, place.getAttribute('add') || 'Tilføj');
  const said = element('p', { class: 'kf-hint kf-unseen', role: 'status' });
  place.classList.add('kf-field');
  place.append(set);
  set.append(...(fixed ? [] : [add]), said, parts.error);
  const lines = [];

  const input = (cell, value) => {
    if (cell.key) return element('input', { type: 'hidden', value });
    const id = freshId(cell.name);
    if (cell.options) {
      const made = element('select', { id }, element('option', { value: '' }, 'Vælg …'), ...cell.options.map(([key, name]) => element('option', { value: key }, name)));
      made.value = cell.options.some(([key]) => key === value) ? value : '';
      return made;
    }
    const made = element('input', { type: 'text', id, maxlength: cell.max, autocomplete: 'off', inputmode: cell.date ? 'numeric' : null, placeholder: cell.date ? TYPES.date.placeholder : null });
    made.value = cell.date ? writeDate(value) : value;
    return made;
  };
  const number = () => lines.forEach((line, i) => {
    line.place.setAttribute('aria-label', `${one} ${i + 1}`);
    line.remove?.setAttribute('aria-label', `Fjern ${one.toLowerCase()} ${i + 1}`);
  });
  const draw = values => {
    const line = { place: element('div', { class: 'kf-line', role: 'group' }), inputs: new Map() };
    for (const cell of cells) {
      const value = values[cell.of || cell.name] ?? '';
      if (cell.of) {
        if (!isEmpty(value)) line.place.append(element('p', { class: 'kf-line-text' }, cell.label ? `${cell.label}: ` : '', cell.label ? String(value) : element('strong', {}, String(value))));
        continue;
      }
      const made = input(cell, String(value));
      line.inputs.set(cell.name, made);
      if (cell.key) line.place.append(made);
      else {
        line.place.append(element('div', { class: cell.wide ? 'kf-cell kf-wide' : 'kf-cell' },
          element('label', { for: made.id }, cell.label, cell.optional ? element('span', { class: 'kf-optional' }, ' (valgfrit)') : ''), made));
      }
    }
    if (!fixed) {
      line.remove = element('button', { type: 'button', class: 'kf-button kf-remove', onclick: () => {
        const at = lines.indexOf(line);
        lines.splice(at, 1);
        line.place.remove();
        number();
        said.textContent = `${one} ${at + 1} er fjernet.`;
        (lines[Math.min(at, lines.length - 1)]?.remove || add).focus();
        kit.changed();
      } }, 'Fjern');
      line.place.append(line.remove);
    }
    lines.push(line);
    list.append(line.place);
    number();
    return line;
  };
  const fresh = () => Object.fromEntries(asked.map(cell => [cell.name, cell.start ?? '']));
  const more = () => {
    const line = draw(fresh());
    line.inputs.get(asked[0].name).focus();
    said.textContent = `${one} ${lines.length} er tilføjet.`;
    kit.changed();
  };
  add.addEventListener('click', more);
  list.addEventListener('keydown', event => {
    // the key that sends elsewhere makes room for the next one here
    if (event.key !== 'Enter' || fixed || event.target.tagName !== 'INPUT') return;
    event.preventDefault();
    more();
  });
  const values = line => Object.fromEntries(asked.map(cell => [cell.name, line.inputs.get(cell.name).value.trim()]));
  const isBlank = line => !fixed && asked.every(cell => {
    const value = values(line)[cell.name];
    return value === '' || value === (cell.date ? writeDate(cell.start) : cell.start);
  });
  const redraw = all => {
    lines.splice(0).forEach(line => line.place.remove());
    all.forEach(draw);
  };
  redraw(kit.look(place.getAttribute('from')) || []);
  let wrong = null;
  const complain = complaint(set, parts.error);
  set.addEventListener('input', () => complain(''));
  const problem = () => {
    for (const [i, line] of lines.entries()) {
      if (isBlank(line)) continue;
      for (const cell of asked) {
        const made = line.inputs.get(cell.name);
        wrong = made;
        if (!made.value.trim() && !cell.optional) return `${one} ${i + 1}: Udfyld „${cell.label}“.`;
        if (made.value.trim() && cell.date && readDate(made.value) === null) return `${one} ${i + 1}: Skriv datoen som dag, måned og år, fx 22.11.2026.`;
      }
    }
    wrong = null;
    return null;
  };
  kit.fields.push({
    name: parts.name, caption: parts.caption, place, complain,
    raw: () => JSON.stringify(lines.filter(line => !isBlank(line)).map(values)),
    // what only is shown stays with its row
    keep: () => (fixed ? lines.map(values) : { lines: lines.map(values) }),
    set: kept => (fixed ? kept.forEach((row, i) => asked.forEach(cell => { if (lines[i] && !cell.key) lines[i].inputs.get(cell.name).value = row[cell.name]; })) : redraw(kept.lines)),
    read: () => {
      const found = problem();
      if (found) return { problem: found };
      const all = lines.filter(line => !isBlank(line)).map(line => Object.fromEntries(asked.map(cell => {
        const value = values(line)[cell.name];
        return [cell.name, cell.date && value ? readDate(value) : value];
      })));
      return { value: all.length ? JSON.stringify(all) : null, type: 'String' };
    },
    focus: () => (wrong || lines[0]?.inputs.get(asked.find(cell => !cell.key).name) || add).focus(),
    lock: locked => { set.disabled = locked; },
  });
}

/** Sends back what the person saw, such as the hash that her approval is bound to. */
function seen(kit, place) {
  const value = () => kit.look(place.getAttribute('of')) ?? '';
  kit.fields.push({
    name: place.getAttribute('name'), place, raw: value, keep: () => '', set: () => {}, focus: () => {}, lock: () => {}, complain: () => {},
    read: () => ({ value: value(), type: 'String' }),
  });
}

/* ---------- sending a file ---------- */

const LARGEST = 10 * 1024 * 1024;

/** Sends one file to `to` as soon as it is chosen; what the server answers is called `upload` (or as the attribute `result` says). */
function upload(kit, place) {
  const parts = frame(kit, place, false);
  const accept = (place.getAttribute('accept') || '.pdf,.xml').split(',').map(end => end.trim());
  const kinds = accept.map(end => end.replace('.', '').toUpperCase()).join(' eller ');
  const result = place.getAttribute('result') || 'upload';
  const input = element('input', { type: 'file', id: parts.id, accept: accept.join(','), 'aria-describedby': `${parts.id}-limits ${parts.id}-error`, class: 'kf-file' });
  const bar = element('progress', { max: 100, value: 0, 'aria-label': 'Så meget er sendt' });
  const state = element('p', { class: 'kf-upload-state', role: 'status' });
  const cancel = element('button', { type: 'button', class: 'kf-button', hidden: true }, 'Fortryd');
  const drop = element('div', { class: 'kf-drop' },
    element('p', {}, element('label', { for: parts.id, class: 'kf-button kf-choose' }, 'Vælg fil'), ' eller træk den hertil'),
    element('p', { class: 'kf-hint', id: `${parts.id}-limits` }, place.getAttribute('hint') || `${kinds}, højst 10 MB.`),
    input, bar, state, cancel);
  bar.hidden = true;
  const caption = element('p', { class: 'kf-label', id: `${parts.id}-label` }, ...parts.label.childNodes);
  input.setAttribute('aria-label', `${parts.caption}: vælg fil`);
  place.classList.add('kf-field');
  place.append(caption, drop, parts.error);
  const complain = complaint(input, parts.error);
  const mine = { busy: false, request: null };
  (kit.uploads ||= []).push(mine);
  let documentId = kit.known[parts.name] || '';

  const show = text => { state.textContent = text; };
  const over = () => {
    mine.busy = false;
    bar.hidden = true;
    cancel.hidden = true;
    input.value = '';
    kit.changed();
  };
  const send = file => {
    complain('');
    if (!accept.some(end => file.name.toLowerCase().endsWith(end))) return complain(`Filen skal være ${kinds}. „${file.name}“ kan ikke bruges.`);
    if (file.size > LARGEST) return complain(`Filen fylder ${writeMoney(file.size / 10485.76)} MB. Den må højst fylde 10 MB.`);
    if (file.size === 0) return complain('Filen er tom. Vælg en anden.');
    const to = kit.fill(place.getAttribute('to'));
    if (to === null) return complain('Vælg først klyngen.');
    const body = new FormData();
    body.append('file', file);
    const request = new XMLHttpRequest();
    mine.busy = true;
    mine.request = request;
    documentId = '';
    kit.data[result] = null;
    bar.hidden = false;
    bar.value = 0;
    cancel.hidden = false;
    show(`Sender „${file.name}“ …`);
    request.upload.onprogress = event => {
      if (event.lengthComputable) bar.value = Math.round(event.loaded / event.total * 100);
      if (event.loaded === event.total) show('Filen er sendt og bliver læst …');
    };
    request.onload = () => {
      const answer = typeof request.response === 'object' ? request.response : null;
      if (request.status >= 200 && request.status < 300 && answer) {
        documentId = answer.documentId || answer.id;
        kit.data[result] = answer;
        show(`„${file.name}“ er modtaget.`);
      } else {
        show('');
        complain(messagesOf(answer, request.status).join(' '));
      }
      over();
    };
    request.onerror = () => { show(''); complain(NO_NETWORK); over(); };
    request.onabort = () => { show('Filen blev ikke sendt.'); over(); };
    request.open('POST', to);
    request.responseType = 'json';
    request.setRequestHeader('Accept', 'application/json');
    request.setRequestHeader('X-Requested-With', 'XMLHttpRequest');
    request.send(body);
    kit.render();
    return undefined;
  };
  input.addEventListener('change', () => { if (input.files[0]) send(input.files[0]); });
  cancel.addEventListener('click', () => mine.request?.abort());
  for (const name of ['dragenter', 'dragover']) {
    drop.addEventListener(name, event => { event.preventDefault(); if (!input.disabled) drop.classList.add('kf-over'); });
  }
  for (const name of ['dragleave', 'drop']) drop.addEventListener(name, () => drop.classList.remove('kf-over'));
  drop.addEventListener('drop', event => {
    event.preventDefault();
    const files = event.dataTransfer?.files || [];
    if (input.disabled || mine.busy) return;
    if (files.length > 1) complain('Vælg én fil ad gangen.');
    else if (files[0]) send(files[0]);
  });
  kit.fields.push({
    name: parts.name,
    place,
    complain,
    raw: () => documentId,
    keep: () => (documentId && kit.data[result] ? { documentId, answer: kit.data[result] } : ''),
    set: kept => {
      documentId = kept.documentId;
      kit.data[result] = kept.answer;
      show('Filen er modtaget.');
    },
    read: () => (documentId ? { value: documentId, type: 'String' } : parts.required ? { problem: place.getAttribute('missing') || 'Vælg en fil.' } : { value: null }),
    focus: () => input.focus(),
    lock: locked => { input.disabled = locked; drop.classList.toggle('kf-off', locked); },
  });
}

/* ---------- what is only shown ---------- */

/** One line of a list of facts; left out when there is nothing to tell. */
function fact(kit, place) {
  let list = place.previousElementSibling;
  if (!list?.classList.contains('kf-facts')) {
    list = element('dl', { class: 'kf-facts' });
    place.before(list);
  }
  const value = element('dd');
  const row = element('div', { class: place.hasAttribute('big') ? 'kf-big' : null, 'data-when': place.getAttribute('data-when') }, element('dt', {}, place.getAttribute('label')), value);
  list.append(row);
  const [path, as, unit, copies] = ['of', 'as', 'unit', 'copy'].map(name => place.getAttribute(name));
  place.remove();
  kit.shown.push(() => {
    const found = kit.look(path);
    const text = write(found, as);
    if (!row.dataset.when || kit.holds(row.dataset.when)) row.hidden = text === '';
    if (row.dataset.text === text) return;
    row.dataset.text = text;
    const unitText = unit && kit.look(unit);
    value.replaceChildren(text + (unitText ? ` ${unitText}` : ''));
    if (copies !== null) value.append(' ', copyButton(text, place.getAttribute('label')));
  });
}

function copyButton(text, label) {
  const button = element('button', { type: 'button', class: 'kf-copy', 'aria-label': `Kopiér ${label}` }, 'Kopiér');
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(text.replace(/ kr\.$/, ''));
      button.textContent = 'Kopieret';
    } catch {
      const range = document.createRange();
      range.selectNodeContents(button.previousSibling);
      getSelection().removeAllRanges();
      getSelection().addRange(range);
      button.textContent = 'Tryk Ctrl+C';
    }
    setTimeout(() => { button.textContent = 'Kopiér'; }, 2000);
  });
  return button;
}

/** A place that is drawn anew whenever what it shows has changed; hidden when that is empty. */
function drawn(kit, place, draw, also = () => null) {
  let before;
  kit.shown.push(() => {
    const value = kit.look(place.getAttribute('of'));
    const now = JSON.stringify([value ?? null, also()]);
    if (now === before) return;
    before = now;
    const empty = isEmpty(value);
    place.classList.toggle('kf-empty', empty && !place.hasAttribute('empty'));
    place.replaceChildren();
    if (empty && place.hasAttribute('empty')) place.append(element('p', { class: 'kf-hint' }, place.getAttribute('empty')));
    if (!empty) draw(value);
  });
}

const heading = (place, text) => element('h3', { class: 'kf-heading' }, place.getAttribute('label') || text);

/** What is left of the account's budget, as a figure and a bar. The amount comes with the budget or, while it is typed, from a field. */
function budget(kit, place) {
  const typed = () => {
    const amount = place.hasAttribute('amount') ? readMoney(String(kit.look(place.getAttribute('amount')) ?? '')) : null;
    return amount !== null && kit.look(place.getAttribute('kind') || 'kind') === 'CREDIT_NOTE' ? -amount : amount;
  };
  drawn(kit, place, ({ account, name, hasBudget = true, budget: whole, spent: posted, committed = 0, left, thisOne }) => {
    const title = heading(place, `Budget: ${[account, name].filter(Boolean).join(' ')}`);
    if (!hasBudget) {
      place.append(title, element('p', {}, 'Der er ikke sat noget budget på kontoen i år.'));
      return;
    }
    const spent = posted + committed;
    const amount = Number(typed() ?? thisOne ?? 0);
    const after = left - amount;
    const share = part => (whole > 0 ? Math.max(0, Math.min(100, part / whole * 100)) : 0);
    const before = element('span', { class: 'kf-bar-spent' });
    const back = amount < 0; // a credit note takes its part of the bar away again
    const now = element('span', { class: back ? 'kf-bar-back' : after < 0 ? 'kf-bar-this kf-bar-over' : 'kf-bar-this' });
    const rest = back ? share(spent + amount) : share(spent);
    before.style.width = `${rest}%`;
    now.style.width = `${back ? share(spent) - rest : Math.min(share(amount), 100 - rest)}%`;
    const figures = `Budget ${write(whole, 'money')} · brugt ${write(spent, 'money')} · denne ${write(amount, 'money')}`;
    place.append(title,
      element('p', { class: after < 0 ? 'kf-budget-left kf-bad' : 'kf-budget-left' }, element('strong', {}, write(Math.abs(after), 'money')),
        after < 0 ? ' mere, end der er tilbage i år' : back ? ' tilbage i år, når denne er trukket fra' : ' tilbage i år, når denne er betalt'),
      element('div', { class: 'kf-bar', role: 'img', 'aria-label': figures }, before, now), element('p', { class: 'kf-hint' }, figures));
  }, typed);
}

function approvals(kit, place) {
  drawn(kit, place, list => place.append(heading(place, 'Godkendt af'), element('ul', { class: 'kf-list' }, ...list.map(each => element('li', { class: each.valid === false ? 'kf-void' : null },
    element('strong', {}, write(each.level, 'word')), ` ${each.who || ''}, ${writeDate(each.when)}`,
    each.comment ? element('span', { class: 'kf-quote' }, ` „${each.comment}“`) : null,
    each.valid === false ? element('span', { class: 'kf-tag' }, 'gælder ikke længere: fakturaen er ændret') : null)))));
}

function problems(kit, place) {
  drawn(kit, place, list => {
    const grave = list.some(each => each.severity === 'ERROR');
    const item = each => element('li', {}, each.message || String(each), each.where ? element('span', { class: 'kf-hint' }, ` (${each.where})`) : null);
    const few = list.slice(0, 4);
    const rest = list.slice(4);
    place.className = `kf-note ${grave ? 'kf-danger' : list.every(each => each.severity === 'INFO') ? '' : 'kf-warning'}`;
    place.append(heading(place, grave ? 'Der er fejl i bilaget' : 'Se efter her'), element('ul', {}, ...few.map(item)),
      ...(rest.length ? [element('details', {}, element('summary', {}, `Vis ${rest.length} mere`), element('ul', {}, ...rest.map(item)))] : []));
  });
}

/** columns="date:Dato:date;text:Tekst;amount:Beløb:money", or as data ({key, label, as}): columns-of="poll.columns" */
const ANSWERS = { ja: 'kf-yes', 'hvis nødvendigt': 'kf-maybe', nej: 'kf-no' };

function table(kit, place) {
  const columns = place.hasAttribute('columns-of') ? (kit.look(place.getAttribute('columns-of')) || []).map(({ key, label, as }) => [key, label, as])
    : place.getAttribute('columns').split(';').map(column => column.split(':').map(part => part.trim()));
  const numeric = as => ['money', 'amount', 'minor', 'number'].includes(as);
  drawn(kit, place, rows => place.append(...[place.hasAttribute('label') ? heading(place, '') : null].filter(Boolean), element('div', { class: 'kf-scroll', tabindex: '0', role: 'region', 'aria-label': place.getAttribute('label') || 'Tabel' },
    element('table', {},
      element('thead', {}, element('tr', {}, ...columns.map(([, title, as]) => element('th', { scope: 'col', class: numeric(as) ? 'kf-number' : null }, title)))),
      element('tbody', {}, ...rows.map(row => element('tr', {}, ...columns.map(([key, , as]) => element('td', { class: numeric(as) ? 'kf-number' : as === 'answer' ? ANSWERS[row[key]] : null }, write(row[key], as))))))))));
}

function history(kit, place) {
  drawn(kit, place, list => place.append(element('details', {}, element('summary', {}, `Hvad der er sket (${list.length})`),
    element('ul', { class: 'kf-list' }, ...list.map(each => element('li', {}, [writeDate(each.when), each.what, each.who].filter(Boolean).join(' · '),
      each.text ? element('span', { class: 'kf-quote' }, ` „${each.text}“`) : null))))));
}

/** Questions to the sender and what came back, newest last. */
function questions(kit, place) {
  drawn(kit, place, list => place.append(heading(place, 'Spørgsmål og svar'), ...list.map(each => element('blockquote', { class: 'kf-saying' },
    element('p', {}, each.text || ''), element('footer', { class: 'kf-hint' }, [each.what, each.who, writeDate(each.when)].filter(Boolean).join(' · '))))));
}

/** Other cases that look like this one. */
function near(kit, place) {
  drawn(kit, place, list => {
    place.classList.add('kf-note', 'kf-warning');
    place.append(heading(place, 'Ligner noget, der er her i forvejen'), element('ul', {}, ...list.map(each => element('li', {},
      [each.kindText, each.supplier?.name || each.supplier, each.number && `nr. ${each.number}`, each.amountText || write(each.amountDkk, 'money'), writeDate(each.issueDate), each.statusText].filter(Boolean).join(' · ')))),
      element('p', {}, 'Se efter, at det ikke er den samme regning.'));
  });
}

/** A picture that the server draws, with what it says in words. */
function picture(kit, place) {
  drawn(kit, place, path => place.append(element('img', { src: path, alt: kit.look(place.getAttribute('alt-of') || '') || '', class: 'kf-picture' })));
}

/** Links to kept files: one id, an address of our own, or a list of {documentId, title}. */
function files(kit, place) {
  const words = place.textContent.trim();
  drawn(kit, place, value => {
    const link = (id, title) => element('a', { class: 'kf-download', download: true, href: `${API}/clusters/${encodeURIComponent(kit.look('clusterId'))}/documents/${encodeURIComponent(id)}/original` }, title);
    if (Array.isArray(value)) place.append(heading(place, 'Vedlagt'), element('ul', { class: 'kf-list' }, ...value.map(each => element('li', {}, link(each.documentId, each.title)))));
    else if (String(value).startsWith('/')) place.append(element('p', {}, element('a', { class: 'kf-download', download: true, href: value }, words || 'Hent filen')));
    else place.append(element('p', {}, link(value, words || 'Hent filen')));
  });
}

/* A sum that is shown where the words alone would not say enough: something about the case in a frame. */
function note(kit, place) {
  const text = [...place.childNodes];
  place.classList.add('kf-note');
  if (place.getAttribute('kind')) place.classList.add(`kf-${place.getAttribute('kind')}`);
  if (!place.hasAttribute('of')) return;
  drawn(kit, place, value => place.append(...[place.hasAttribute('label') ? heading(place, '') : null].filter(Boolean), element('p', {}, ...text, String(value))));
}

/* ---------- the document beside the form ---------- */

/** Pages as pictures made on the server: the content security policy of Tasklist lets no PDF into a frame. */
function preview(kit, place) {
  const cluster = () => encodeURIComponent(kit.look('clusterId') || '');
  drawn(kit, place, id => {
    const base = `${API}/clusters/${cluster()}/documents/${encodeURIComponent(id)}`;
    const pages = { now: 1, count: 1, zoom: 1 };
    const picture = element('img', { alt: '' });
    const paper = element('div', { class: 'kf-paper', tabindex: '0', role: 'region', 'aria-label': 'Bilaget. Piletaster blader, plus og minus ændrer størrelsen.' }, picture);
    const where = element('span', { class: 'kf-page', role: 'status' }, 'Henter …');
    const tool = (text, label, act) => element('button', { type: 'button', class: 'kf-tool', 'aria-label': label, title: label, onclick: act }, text);
    const back = tool('‹', 'Forrige side', () => turn(-1));
    const next = tool('›', 'Næste side', () => turn(1));
    const smaller = tool('−', 'Mindre', () => scale(-0.25));
    const larger = tool('+', 'Større', () => scale(0.25));
    const whole = tool('⤢', 'Vis stort', () => enlarge());
    const original = element('a', { class: 'kf-tool kf-original', href: `${base}/original`, download: true, 'aria-label': 'Hent filen' }, 'Hent');
    const tools = element('div', { class: 'kf-tools', role: 'group', 'aria-label': 'Bladr i bilaget' }, back, where, next, smaller, larger, whole, original);
    const dialog = element('dialog', { class: 'kf kf-dialog', 'aria-label': 'Bilaget' });
    const home = element('div', { class: 'kf-preview' }, tools, paper);
    place.append(home, dialog);

    const show = () => {
      const width = Math.min(2000, Math.ceil((paper.clientWidth || 600) * pages.zoom * Math.min(2, devicePixelRatio || 1) / 200) * 200);
      picture.src = `${base}/pages/${pages.now}.png?width=${width}`;
      picture.alt = `Bilaget, side ${pages.now} af ${pages.count}`;
      picture.style.width = `${pages.zoom * 100}%`;
      where.textContent = `Side ${pages.now} af ${pages.count}`;
      back.disabled = pages.now <= 1;
      next.disabled = pages.now >= pages.count;
      smaller.disabled = pages.zoom <= 0.5;
      larger.disabled = pages.zoom >= 3;
    };
    const turn = by => {
      const to = Math.max(1, Math.min(pages.count, pages.now + by));
      if (to === pages.now) return;
      pages.now = to;
      paper.scrollTop = 0;
      show();
    };
    const scale = by => {
      pages.zoom = Math.max(0.5, Math.min(3, pages.zoom + by));
      show();
    };
    const enlarge = () => {
      if (dialog.open) return dialog.close();
      dialog.append(tools, paper);
      dialog.showModal();
      whole.setAttribute('aria-label', 'Luk det store billede');
      whole.textContent = 'Luk';
      show();
      paper.focus();
      return undefined;
    };
    dialog.addEventListener('close', () => {
      home.append(tools, paper);
      whole.textContent = '⤢';
      whole.setAttribute('aria-label', 'Vis stort');
      show();
      whole.focus();
    });
    paper.addEventListener('keydown', event => {
      const act = { ArrowLeft: () => turn(-1), PageUp: () => turn(-1), ArrowRight: () => turn(1), PageDown: () => turn(1), '+': () => scale(0.25), '-': () => scale(-0.25) }[event.key];
      if (act && !event.ctrlKey && !event.altKey && !event.metaKey) {
        event.preventDefault();
        act();
      }
    });
    picture.addEventListener('error', () => {
      picture.hidden = true;
      where.textContent = 'Filen kan ikke vises her.';
    });
    ask(base).then(file => {
      pages.count = file.pages;
      original.setAttribute('title', file.fileName);
      if (file.message) home.append(element('p', { class: 'kf-preview-note' }, file.message));
      if (pages.count > 0) return show();
      paper.hidden = true;
      where.textContent = '';
      return undefined;
    }).catch(problem => {
      paper.hidden = true;
      where.textContent = (problem.messages || [SOMETHING_WRONG])[0];
    });
  });
}

/* ---------- giving the task to somebody else, or taking the case back ---------- */

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
      sessionStorage.removeItem(kit.draftKey());
      kit.leave();
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
function delegate(kit, place) {
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
function withdraw(kit, place) {
  opener(place, 'Træk bilaget tilbage …', panel => {
    const id = freshId('withdraw');
    const why = element('input', { type: 'text', id, maxlength: 500, autocomplete: 'off' });
    panel.append(element('label', { for: id }, 'Hvorfor trækkes det tilbage?'), why, ...deed(kit, 'Træk tilbage',
      () => `${kit.fill(place.getAttribute('to'))}?reason=${encodeURIComponent(why.value.trim())}`, () => ({}), () => !why.value.trim() && 'Skriv kort hvorfor.'));
    why.focus();
  });
}

/** Which cluster a new case belongs to; shown only to those who are in several. */
function clusters(kit, place) {
  const mine = kit.data.me.clusters;
  if (mine.length < 2) return;
  kit.data.myClusters = mine;
  for (const [name, value] of Object.entries({ name: 'clusterId', label: 'Klynge', options: 'myClusters', required: '', missing: 'Vælg den klynge, det gælder.' })) {
    if (!place.hasAttribute(name)) place.setAttribute(name, value);
  }
  select(kit, place);
}

/* ---------- what several forms show alike ---------- */

const INVOICE = `
  <kf-near of="invoice.nearMatches"></kf-near>
  <kf-problems of="invoice.problems"></kf-problems>
  <kf-fact label="Leverandør" of="invoice.supplier.name"></kf-fact>
  <kf-fact label="Slags" of="invoice.kindText"></kf-fact>
  <kf-fact label="Nummer" of="invoice.number"></kf-fact>
  <kf-fact label="Beløb" of="invoice.amountDkk" as="money" big></kf-fact>
  <kf-fact label="I fakturaen" of="invoice.signedMinor" as="minor" unit="invoice.currency" data-when="!invoice.currency=DKK"></kf-fact>
  <kf-fact label="Kursen er fra" of="invoice.rateSource"></kf-fact>
  <kf-fact label="Fakturadato" of="invoice.issueDate" as="date"></kf-fact>
  <kf-fact label="Betales senest" of="invoice.dueDate" as="date"></kf-fact>
  <kf-fact label="Møde" of="invoice.meeting"></kf-fact>
  <kf-fact label="Tekst" of="invoice.text"></kf-fact>
  <kf-fact label="Betales til" of="invoice.payment.label"></kf-fact>
  <kf-fact label="Sendt af" of="invoice.sender"></kf-fact>
  <kf-note kind="warning" data-when="invoice.ownClaim"><p>Det er et udlæg eller honorar til den, der har sendt det. Den, det tilfalder, kan ikke selv godkende.</p></kf-note>
  <kf-budget of="invoice.budget"></kf-budget>
  <kf-note of="invoice.guidance" label="Det må kontoen bruges til"></kf-note>
  <kf-approvals of="invoice.approvals"></kf-approvals>
  <kf-questions of="invoice.questions"></kf-questions>
`;

/** An invoice as those see it who decide about it; `of` says under which name it was loaded. */
function invoice(kit, place) {
  place.innerHTML = INVOICE.replaceAll('invoice.', `${place.getAttribute('of')}.`);
}

/* the first may be made of the others */
const PARTS = {
  'kf-invoice': invoice,
  'kf-cluster': clusters, 'kf-dates': calendar, 'kf-upload': upload, 'kf-field': field, 'kf-choice': choice, 'kf-select': select, 'kf-checks': checks, 'kf-rows': rows, 'kf-seen': seen, 'kf-fact': fact, 'kf-budget': budget,
  'kf-approvals': approvals, 'kf-problems': problems, 'kf-table': table, 'kf-history': history, 'kf-questions': questions, 'kf-near': near, 'kf-files': files,
  'kf-note': note, 'kf-picture': picture, 'kf-preview': preview, 'kf-delegate': delegate, 'kf-withdraw': withdraw,
};
