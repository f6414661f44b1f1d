import { NO_NETWORK, ask } from 'kit/server.js';
import { same, serve } from './page.js';

const refusal = path => ask(path).then(() => 'ok', problem => problem.messages);

export default {
  async 'asks as the server wants it'() {
    let sent;
    window.fetch = async (path, options) => { sent = options; return new Response('{"a":1}', { headers: { 'Content-Type': 'application/json' } }); };
    same(await ask('/x', { method: 'POST', body: { b: 2 } }), { a: 1 });
    same([sent.body, sent.headers['X-Requested-With'], sent.headers['Content-Type']], ['{"b":2}', 'XMLHttpRequest', 'application/json']);
  },
  async 'says in Danish what went wrong'() {
    serve({ '/a': { status: 400, json: { messages: ['Et.', 'To.'] } }, '/b': { status: 409, json: { message: 'Nej.' } }, '/c': { status: 403, json: null }, '/d': { status: 413, json: null }, '/e': { status: 500, json: null } });
    same(await Promise.all(['/a', '/b', '/c', '/d', '/e'].map(refusal)),
      [['Et.', 'To.'], ['Nej.'], ['Det har du ikke adgang til.'], ['Filen er for stor. En fil må højst fylde 10 MB.'], ['Det lykkedes ikke, og intet er ændret. Prøv igen om lidt.']]);
  },
  async 'without a network what was typed stays'() {
    window.fetch = async () => { throw new TypeError('Failed to fetch'); };
    same(await refusal('/x'), [NO_NETWORK]);
  },
};
