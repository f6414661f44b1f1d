import { announce, sayNext } from 'kit/next.js';
import { same, serve } from './page.js';

const said = () => document.querySelector('.kf-next');

export default {
  'says one thing at a time until it is closed'() {
    announce('Et.');
    announce('To.', { href: '/m', title: 'Mødet' });
    same([document.querySelectorAll('.kf-next').length, said().querySelector('p').textContent, said().querySelector('a').getAttribute('href')], [1, 'To. Mødet', '/m']);
    said().querySelector('button').click();
    same(said(), null);
  },
  async 'asks what happens next until it is settled, and is silent when nobody knows'() {
    const asked = serve({ '/next': { sentence: 'Nu venter vi.', settled: true } });
    await sayNext('/next');
    same([said().querySelector('p').textContent, asked.length], ['Nu venter vi.', 1]);
    said().remove();
    serve({ '/next': { status: 404, json: null } });
    await sayNext('/next');
    same(said(), null);
  },
};
