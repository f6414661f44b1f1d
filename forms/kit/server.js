/* Talking to the server. */

export const API = '/api';
export const SOMETHING_WRONG = 'Det lykkedes ikke, og intet er ændret. Prøv igen om lidt.';
export const NO_NETWORK = 'Der er ingen forbindelse til Klyngeflow lige nu. Det, du har skrevet, står her stadig. Prøv igen om lidt.';

export async function ask(path, { method = 'GET', body } = {}) {
  // no other site can make a browser send this header: the server takes no change without it
  const headers = { Accept: 'application/json', 'X-Requested-With': 'XMLHttpRequest' };
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  let response;
  try {
    response = await fetch(path, { method, headers, credentials: 'same-origin', body: body === undefined ? undefined : JSON.stringify(body) });
  } catch {
    throw Object.assign(new Error(NO_NETWORK), { messages: [NO_NETWORK] });
  }
  const json = (response.headers.get('Content-Type') || '').includes('json') ? await response.json() : null;
  if (!response.ok || (response.redirected && json === null)) {
    const status = response.ok ? 401 : response.status;
    throw Object.assign(new Error(`HTTP ${status}`), { status, messages: messagesOf(json, status), fields: json?.fields || {}, doubts: json?.doubts || [] });
  }
  return json;
}

export function messagesOf(json, status) {
  // whoever is logged out in the middle of a form has to know that it waits: the server knows of no form
  if (status === 401) return ['Du er blevet logget ud. Log ind i et andet faneblad, og prøv så igen her; det, du har skrevet, står her stadig.'];
  if (Array.isArray(json?.messages) && json.messages.length) return json.messages;
  if (json?.message) return [json.message];
  if (status === 403) return ['Det har du ikke adgang til.'];
  if (status === 404) return ['Det findes ikke længere. Måske har en anden løst opgaven; genindlæs siden.'];
  if (status === 413) return ['Filen er for stor. En fil må højst fylde 10 MB.'];
  return [SOMETHING_WRONG];
}
