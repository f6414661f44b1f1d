/* What the tests of the parts share: a form of the kit in an empty page, before a server that answers from a list. */
import { open } from '/forms-kit/form-kit.js';

export function same(got, wanted) {
  const [is, should] = [got, wanted].map(value => (value === undefined ? 'undefined' : JSON.stringify(value)));
  if (is !== should) throw new Error(`${is} instead of ${should}`);
}

export const find = selector => document.querySelector(`main ${selector}`);
export const texts = selector => [...document.querySelectorAll(`main ${selector}`)].map(each => each.textContent);

/** Lets what is under way come to its end. */
export const settled = () => new Promise(later => setTimeout(later));

export async function until(condition) {
  for (let look = 0; look < 200; look++) {
    if (condition()) return;
    await new Promise(later => setTimeout(later, 5));
  }
  throw new Error(`never so: ${condition}`);
}

export function type(selector, value) {
  const input = find(selector);
  input.value = value;
  for (const name of ['input', 'change', 'blur']) input.dispatchEvent(new Event(name, { bubbles: name !== 'blur' }));
}

/** What the server answers: by path, {status, json} or the JSON itself. What was asked is in `asked`. */
export function serve(answers = {}) {
  const asked = [];
  window.fetch = async (path, { method = 'GET', body } = {}) => {
    asked.push([method, path, body ? JSON.parse(body) : null]);
    const answer = answers[path] ?? {};
    const { status = 200, json = answer } = answer.status ? answer : {};
    return new Response(JSON.stringify(json), { status, headers: { 'Content-Type': 'application/json' } });
  };
  return asked;
}

let before = null;

/** Opens a form with these parts, and stops the clock of the one before, which would still put its draft away; `known` are the variables of its case. */
export async function show(html, { known = {}, answers = {}, load = '', clusters = [{ id: 'nord', name: 'Nord' }], draft = false, locked = false, task = {}, engine = null } = {}) {
  clearTimeout(before?.draftTimer);
  if (!draft) sessionStorage.clear();
  const asked = serve({ '/api/me': { id: 'birgit', clusters }, '/api/tasks/t1': { variables: { clusterId: 'nord', ...known }, ...task }, ...answers });
  document.querySelector('main').innerHTML = `<div cam-tasklist-form><div class="${locked ? 'disabled-form' : ''}" ng-class="x"><div class="injected-form-wrapper">
    <form data-load="${load}">${html}</form></div><div class="form-actions"><button class="btn-primary">Udfør</button></div></div></div>`;
  const form = find('form');
  const left = [];
  const scope = { taskData: { set: name => left.push(name), changed: name => left.push(name) }, $apply: done => done?.(), $on() {} };
  const variables = {};
  const camForm = {
    formElement: Object.assign([form], { scope: () => scope }), taskId: 't1',
    variableManager: { variables, createVariable: each => { variables[each.name] = each; }, destroyVariable: name => { delete variables[name]; } },
    submit: done => done(engine, {}),
  };
  const kit = await open(camForm);
  before = kit;
  await settled();
  return { kit, camForm, form, asked, variables, left, send: () => new Promise(done => camForm.submit(problem => done(problem?.message || 'ok'))) };
}
