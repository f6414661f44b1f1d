/* Files to fetch. */
import { element } from './elements.js';
import { API } from './server.js';
import { drawn, heading } from './shown.js';

/** Links to kept files: one id, an address of our own, or a list of {documentId, title}; or to a page of ours, which opens beside. */
export function files(kit, place) {
  const words = place.textContent.trim();
  drawn(kit, place, value => {
    const link = (id, title) => element('a', { class: 'kf-download', download: true, href: `${API}/clusters/${encodeURIComponent(kit.look('clusterId'))}/documents/${encodeURIComponent(id)}/original` }, title);
    if (Array.isArray(value)) place.append(heading(place, 'Vedlagt'), element('ul', { class: 'kf-list' }, ...value.map(each => element('li', {}, link(each.documentId, each.title)))));
    else if (place.hasAttribute('page')) place.append(element('p', {}, element('a', { class: 'kf-download', target: '_blank', rel: 'noopener', href: value }, words)));
    else if (String(value).startsWith('/')) place.append(element('p', {}, element('a', { class: 'kf-download', download: true, href: value }, words || 'Hent filen')));
    else place.append(element('p', {}, link(value, words || 'Hent filen')));
  });
}
