/* The form as a whole: what it knows, what is shown of it, what it would send. */
import { say } from './complaints.js';
import { writeDate } from './dates.js';
import { keepDraft, restoreDraft } from './draft.js';
import { element, isEmpty } from './elements.js';
import { refused, takeOverSubmit } from './send.js';
import { API, SOMETHING_WRONG, ask } from './server.js';
import { labelButton, showClosed, watchLock } from './tasklist.js';
import { write } from './words.js';

export class Kit {
  constructor(form, camForm, parts) {
    this.parts = parts;
    this.form = form;
    this.camForm = camForm;
    this.taskId = camForm.taskId || null;
    this.processKey = camForm.processDefinitionKey || String(camForm.processDefinitionId || '').split(':')[0];
    this.data = {};
    this.loaded = new Map();
    /** @type {import('./field.js').Field[]} */
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
    takeOverSubmit(this);
    try {
      const [me, task] = await Promise.all([ask(`${API}/me`), this.taskId ? ask(`${API}/tasks/${this.taskId}`) : null]);
      this.data = { me, task: task || {} };
      this.known = task?.variables || {};
      if (!task && me.clusters.length === 1) this.known.clusterId = me.clusters[0].id;
      await this.load();
      this.build();
      this.showAround();
      restoreDraft(this);
      watchLock(this);
      this.ready = true;
      this.render();
      if (await this.load()) this.render();
    } catch (problem) {
      this.broken = true;
      if (problem.status === 403 && this.data.task?.hands?.mayTake === false) showClosed(this);
      else say(this, problem.messages || [SOMETHING_WRONG]);
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
    for (const [tag, make] of Object.entries(this.parts)) {
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
    this.load().then(news => news && this.render()).catch(problem => refused(this, problem));
    clearTimeout(this.draftTimer);
    this.draftTimer = setTimeout(() => keepDraft(this), 300);
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
    labelButton(this);
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
}
