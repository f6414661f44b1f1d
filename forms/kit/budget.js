/* What is left of a budget. */
import { element } from './elements.js';
import { readMoney } from './money.js';
import { drawn, heading } from './shown.js';
import { write } from './words.js';

/** What is left of the account's budget, as a figure and a bar. The amount comes with the budget or, while it is typed, from a field. */
export function budget(kit, place) {
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
