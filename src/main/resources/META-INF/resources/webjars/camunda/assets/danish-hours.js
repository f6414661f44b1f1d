// The web apps reckon days and hours by the browser's zone: in tooltips, in the history, in the pickers of due and follow-up dates. A cluster's
// day is Danish wherever somebody sits, so that here the browser's own Date tells Danish hours.

const ZONE = 'Europe/Copenhagen';
const HOUR = 3_600_000;
const MINUTE = 60_000;
const WITHOUT_ZONE = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?$/;

export default function danishHours() {
  if (Intl.DateTimeFormat().resolvedOptions().timeZone === ZONE) return;
  const Own = Date;
  const clock = new Intl.DateTimeFormat('sv-SE', {
    timeZone: ZONE, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false });
  const known = new Map();

  // between the clock in Copenhagen and UTC, in milliseconds; it only ever changes on the hour
  const offset = at => {
    const hour = Math.floor(at / HOUR);
    if (!known.has(hour)) known.set(hour, Own.parse(`${clock.format(hour * HOUR).replace(' ', 'T')}Z`) - hour * HOUR);
    return known.get(hour);
  };
  const wall = date => new Own(date.getTime() + offset(date.getTime()));
  const instant = onTheWall => {
    const near = onTheWall - offset(onTheWall - HOUR);
    return onTheWall - offset(near);
  };

  for (const part of ['FullYear', 'Month', 'Date', 'Day', 'Hours', 'Minutes']) {
    Own.prototype[`get${part}`] = function () {
      return isNaN(this) ? NaN : wall(this)[`getUTC${part}`]();
    };
  }
  for (const part of ['FullYear', 'Month', 'Date', 'Hours', 'Minutes']) {
    Own.prototype[`set${part}`] = function (...values) {
      const changed = wall(isNaN(this) ? new Own(0) : this);
      changed[`setUTC${part}`](...values);
      return this.setTime(isNaN(changed) ? NaN : instant(changed.getTime()));
    };
  }
  Own.prototype.getTimezoneOffset = function () {
    return isNaN(this) ? NaN : -offset(this.getTime()) / MINUTE;
  };
  for (const written of ['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString']) {
    const theirs = Own.prototype[written];
    Own.prototype[written] = function (locale, options) {
      return theirs.call(this, locale, { timeZone: ZONE, ...options });
    };
  }

  const read = text => (WITHOUT_ZONE.test(text) ? instant(Own.parse(`${text}Z`)) : Own.parse(text));
  const Danish = function (...parts) {
    if (!new.target) return new Own().toString();
    const made = parts.length > 1 ? [instant(Own.UTC(...parts))] : typeof parts[0] === 'string' ? [read(parts[0])] : parts;
    return Reflect.construct(Own, made, new.target);
  };
  Object.setPrototypeOf(Danish, Own);
  Danish.prototype = Own.prototype;
  Own.prototype.constructor = Danish;
  Danish.parse = read;
  window.Date = Danish;
}
