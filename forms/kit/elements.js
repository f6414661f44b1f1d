/* Elements of a page, and what counts as nothing. */

/** An element with its attributes, listeners (onclick …) and children; what is null or false is left out. */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) made.addEventListener(name.slice(2), value);
    else if (value === true) made.setAttribute(name, '');
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(name, value);
  }
  made.append(...children.filter(child => child !== null && child !== undefined && child !== false));
  return made;
}

/** Nothing was said: no value, an empty text or an empty list. */
export const isEmpty = value => value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

let serial = 0;

/** An id that no other element of the page has. */
export const freshId = name => `kf-${name}-${++serial}`;
