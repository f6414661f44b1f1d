/* What is said above the form, and beside each field that is wrong. */
import { element } from './elements.js';

/** Shows what is wrong beside each field and in a list above; true when nothing is. */
export function validate(kit) {
  const wrong = [];
  for (const field of kit.fields) field.complain('');
  for (const field of kit.active()) {
    const { problem } = field.read();
    if (problem) {
      field.complain(problem);
      wrong.push({ field, problem });
    }
  }
  if (wrong.length === 0) {
    hush(kit);
    return true;
  }
  if (wrong.length === 1) {
    hush(kit);
    wrong[0].field.focus();
    // the bar with the button may lie over what is written below the field
    wrong[0].field.place?.querySelector('.kf-error:not([hidden])')?.scrollIntoView({ block: 'center' });
  } else {
    say(kit, wrong.map(({ field, problem }) => element('a', {
      href: '#', onclick: event => { event.preventDefault(); field.focus(); } },
      field.caption && !problem.includes(field.caption) ? `${field.caption}: ${problem}` : problem)), 'Ret dette, før du går videre');
  }
  return false;
}

export function say(kit, messages, heading) {
  const many = messages.length > 1;
  kit.alert.replaceChildren(
    heading || many ? element('strong', {}, heading || 'Det kan ikke sendes endnu') : '',
    many ? element('ul', {}, ...messages.map(message => element('li', {}, message))) : element('p', {}, ...messages));
  kit.alert.hidden = false;
  kit.alert.scrollIntoView({ block: 'nearest' });
  kit.alert.focus({ preventScroll: true });
}

export function hush(kit) {
  kit.alert.hidden = true;
  kit.alert.replaceChildren();
}
