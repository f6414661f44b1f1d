/* Sending the form: checked here, then by the server, then by the engine. */
import { hush, say, validate } from './complaints.js';
import { forgetDraft } from './draft.js';
import { element } from './elements.js';
import { sayNext } from './next.js';
import { API, SOMETHING_WRONG, ask } from './server.js';
import { sendButton, wake } from './tasklist.js';

const PREVENTED = 'camForm submission prevented'; // the text that Tasklist keeps quiet about

/* Tasklist's button stays the one that sends; what it calls asks us, and then the server, first. */
export function takeOverSubmit(kit) {
  const submit = kit.camForm.submit;
  kit.camForm.submit = done => {
    const stop = () => {
      done(new Error(PREVENTED));
      wake(kit);
    };
    if (kit.sending || kit.broken || !kit.ready) return stop(); // what is not there yet cannot be sent as if it were empty
    if (kit.uploads?.some(upload => upload.busy)) {
      say(kit, ['Vent, til filen er sendt.']);
      return stop();
    }
    if (!validate(kit)) return stop();
    kit.sending = true;
    kit.form.setAttribute('aria-busy', 'true');
    const finish = () => {
      kit.sending = false;
      kit.form.removeAttribute('aria-busy');
    };
    const values = kit.values();
    check(kit, values).then(() => {
      put(kit, values);
      submit.call(kit.camForm, (problem, result) => {
        finish();
        if (problem) {
          say(kit, refusalOf(problem));
          return stop();
        }
        forgetDraft(kit);
        sayNext(kit.taskId ? `${API}/tasks/${kit.taskId}/next` : result?.id && `${API}/cases/${result.id}/next`);
        done(null, result);
      });
    }).catch(problem => {
      finish();
      refused(kit, problem);
      stop();
    });
  };
}

function check(kit, values) {
  const plain = Object.fromEntries(Object.entries(values).map(([name, { value }]) => [name, value]));
  const path = kit.taskId ? `${API}/tasks/${kit.taskId}/check` : `${API}/processes/${kit.processKey}/check`;
  return ask(path, { method: 'POST', body: plain });
}

export function refused(kit, problem) {
  for (const [name, message] of Object.entries(problem.fields || {})) {
    kit.fields.find(field => field.name === name)?.complain(message);
  }
  const doubts = problem.doubts || [];
  if (doubts.length === 0) return say(kit, problem.messages || [SOMETHING_WRONG]);
  say(kit, doubts.map(doubt => doubt.sentence), 'Se efter, om det er rigtigt');
  kit.alert.append(element('button', { type: 'button', class: 'kf-button', onclick: () => {
    doubts.forEach(doubt => kit.confirmed.add(doubt.key));
    hush(kit);
    sendButton(kit)?.click();
  } }, 'Ja, det er rigtigt. Send det'));
}

function put(kit, values) {
  const manager = kit.camForm.variableManager;
  for (const name of Object.keys(manager.variables)) manager.destroyVariable(name);
  for (const [name, { value, type }] of Object.entries(values)) manager.createVariable({ name, value, type });
}

/* What Tasklist's own request was answered: our contracts answer in Danish, the engine in English. */
function refusalOf(problem) {
  const text = String(problem?.message || problem || '');
  const sentence = text.replace(/^.*?Exception:\s*/, '');
  return [/^[A-ZÆØÅ\u201E"].*[.!?]$/s.test(sentence) && !/ENGINE-|camunda|Exception|[Cc]annot |task /.test(sentence) ? sentence : SOMETHING_WRONG];
}
