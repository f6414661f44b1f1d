/* The look of the form: it comes from beside these files, and so with their version. */
import { element } from './elements.js';

const STYLE = new URL('../form-kit.css', import.meta.url).pathname;

export function dress() {
  if (!document.querySelector(`link[href="${STYLE}"]`)) {
    document.head.append(element('link', { rel: 'stylesheet', href: STYLE }));
  }
}
