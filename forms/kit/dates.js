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

export const WEEKDAYS = ['mandag', 'tirsdag', 'onsdag', 'torsdag', 'fredag', 'lørdag', 'søndag'];
export const MONTHS = ['januar', 'februar', 'marts', 'april', 'maj', 'juni', 'juli', 'august', 'september', 'oktober', 'november', 'december'];
