// What must be in place before one of the web apps draws its first page.
import danishHours from './danish-hours.js';

const base = document.querySelector('base');
const PATIENCE = 5 * 60 * 1000;

// They fetch their words while they draw, so that whoever comes for the first time would read the names of keys.
async function words() {
  const folder = `${base.getAttribute('app-root')}/app/${base.getAttribute('app-name')}/locales/`;
  const key = `${folder}_locales_data_da_${window.bust}`;
  const kept = JSON.parse(localStorage.getItem('camunda-web') || '{}');
  if (kept[key]) return;
  const answer = await fetch(`${folder}da.json?bust=${window.bust}`);
  if (answer.ok) {
    localStorage.setItem('camunda-web', JSON.stringify({ ...kept, [key]: JSON.stringify(await answer.json()) }));
  }
}

// "For to dage siden" is reckoned in the browser; a clock that differs from ours, as when the demo's time is moved, would tell tales.
async function time() {
  const root = base.getAttribute('app-root').replace(/\/camunda$/, '');
  const answer = await fetch(`${root}/api/me`, { headers: { 'X-Requested-With': 'XMLHttpRequest' } });
  if (!answer.ok) return;
  const ahead = Date.parse((await answer.json()).now) - Date.now();
  if (!(Math.abs(ahead) > PATIENCE)) return;
  const Own = Date;
  const Ours = function (...parts) {
    return new.target ? Reflect.construct(Own, parts.length ? parts : [Own.now() + ahead], new.target) : new Own(Own.now() + ahead).toString();
  };
  Object.setPrototypeOf(Ours, Own);
  Ours.prototype = Own.prototype;
  Ours.now = () => Own.now() + ahead;
  window.Date = Ours;
}

// without them the web app works as it came, so nothing is worth stopping it
export default () => {
  danishHours();
  return Promise.allSettled([words(), time()]);
};
