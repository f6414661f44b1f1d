/* Days and instants as Danes write them. */

/** 2026-11-22 (or an instant) as 22.11.2026. */
export function writeDate(iso) {
  if (!/^\d{4}-\d\d-\d\d/.test(iso || '')) return iso || '';
  if (iso.includes('T')) {
    return new Date(iso).toLocaleString('da-DK', {
      timeZone: 'Europe/Copenhagen', day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit' }).replace(', ', ' ');
  }
  return iso.slice(8, 10) + '.' + iso.slice(5, 7) + '.' + iso.slice(0, 4);
}

export const WEEKDAYS = ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'];
export const MONTHS = ['januar', 'februar', 'marts', 'april', 'maj', 'juni', 'juli', 'august', 'september', 'oktober', 'november', 'december'];

const SHORT_DAYS = ['man', 'tir', 'ons', 'tor', 'fre', 'lør', 'søn'];
const SHORT_MONTHS = ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];
const YEARS_AROUND = 8;
const DANISH = new RegExp('^(?:(?:på )?(?!d(?:en)?\\.?\\s)(?<weekday>[a-zæøå]+)\\.?,?\\s+)?(?:d(?:en)?\\.?\\s+)?(?<day>\\d{1,2})'
  + '(?:\\s*[./-]\\s*(?<month>\\d{1,2})|\\.?\\s*(?<name>[a-zæøå]{3,9}))'
  + '(?:\\.?\\s+(?<year>\\d{4})|\\s*[./-]\\s*(?<dotted>\\d{4}|\\d\\d))?\\.?$');

const shortened = (written, shortest, whole) => written.startsWith(shortest) && whole.startsWith(written);
const indexOf = (written, shortest, whole) => whole.findIndex((name, i) => shortened(written, shortest[i], name));

/** What day it is where the clusters are. */
export const todayHere = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' }).format(new Date());

/** The day as 2026-11-22; null when there is no such day. */
function made(day, month, year) {
  const number = String(year).length === 2 ? 2000 + Number(year) : Number(year);
  const date = new Date(Date.UTC(number, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== Number(day) || number < 1990 || number > 2099) return null;
  return date.toISOString().slice(0, 10);
}

/** Without a year it is the nearest such day; or the next, where only a day to come can be meant. */
function guessed(day, month, today, ahead) {
  const year = Number(today.slice(0, 4));
  const distance = iso => Math.abs(Date.parse(iso) - Date.parse(today));
  return Array.from({ length: 2 * YEARS_AROUND + 1 }, (_, i) => made(day, month, year - YEARS_AROUND + i))
    .filter(iso => iso && (!ahead || iso >= today))
    .sort((a, b) => distance(a) - distance(b))[0] || null;
}

/** As the server's WrittenDay: 9/12, ons 10/2, 10.2., 10. februar 2027, 22/11-26, 22112026. A day as 2026-11-22, or null; and what contradicts itself. */
export function readDay(text, today = todayHere(), ahead = false) {
  const bare = text.trim().toLowerCase();
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(bare)?.slice(1, 4).reverse()
    || /^(\d{1,2})[./\- ]+(\d{1,2})[./\- ]+(\d{4}|\d\d)$/.exec(bare)?.slice(1, 4)
    || /^(\d\d)(\d\d)(\d{4}|\d\d)$/.exec(bare)?.slice(1, 4);
  if (parts) return { day: made(...parts), problem: '' };
  const danish = DANISH.exec(bare)?.groups;
  if (!danish) return { day: null, problem: '' };
  const month = danish.month ? Number(danish.month) : indexOf(danish.name, SHORT_MONTHS, MONTHS) + 1;
  const year = danish.year || danish.dotted;
  const said = danish.weekday ? indexOf(danish.weekday, SHORT_DAYS, WEEKDAYS) : null;
  const day = year ? made(danish.day, month, year) : guessed(danish.day, month, today, ahead);
  if (!day || said === -1) return { day: null, problem: '' };
  const is = (new Date(day).getUTCDay() + 6) % 7;
  const [y, m, d] = day.split('-').map(Number);
  return { day, problem: said === null || said === is ? '' : `Den ${d}. ${MONTHS[m - 1]} ${y} er en ${WEEKDAYS[is]}, ikke en ${WEEKDAYS[said]}. Ret dagen eller datoen.` };
}

/** The day as 2026-11-22; null when it cannot be read or contradicts itself. */
export function readDate(text) {
  const { day, problem } = readDay(text);
  return problem ? null : day;
}
