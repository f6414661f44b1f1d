/* Amounts as Danes write them. */

/** Øre (or a hundredth of another currency) as 1.234,50. */
export function writeMoney(ore) {
  const sign = ore < 0 ? '-' : '';
  const digits = String(Math.abs(Math.round(ore))).padStart(3, '0');
  return sign + digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, '.') + ',' + digits.slice(-2);
}

/** 1.234,50 or 1234,5 or 1234 as øre; null when it is no amount. A point before the øre is refused: it may mean thousands. */
export function readMoney(text) {
  const bare = text.replace(/\s|kr\.?$/gi, '').replace(/^[−–]/, '-').replace(/,-$/, '');
  if (!/^-?(\d+|\d{1,3}(\.\d{3})+)(,\d{1,2})?$/.test(bare)) return null;
  const [kroner, ore = ''] = bare.replace(/\./g, '').replace('-', '').split(',');
  const value = Number(kroner) * 100 + Number(ore.padEnd(2, '0'));
  return Number.isSafeInteger(value) ? (bare.startsWith('-') ? -value : value) : null;
}
