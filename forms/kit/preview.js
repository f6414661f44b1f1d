/* The document beside the form. */
import { element } from './elements.js';
import { API, SOMETHING_WRONG, ask } from './server.js';
import { drawn } from './shown.js';

/** Pages as pictures made on the server: the content security policy of Tasklist lets no PDF into a frame. */
export function preview(kit, place) {
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
