/* Sending a file. */
import { element } from './elements.js';
import { complaint, frame } from './field.js';
import { writeMoney } from './money.js';
import { NO_NETWORK, messagesOf } from './server.js';

const LARGEST = 10 * 1024 * 1024;

/** Sends one file to `to` as soon as it is chosen; what the server answers is called `upload` (or as the attribute `result` says). */
export function upload(kit, place) {
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
