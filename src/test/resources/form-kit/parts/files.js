import { find, same, show } from './page.js';

const linked = async papers => {
  await show('<kf-files of="papers">Hent den</kf-files>', { load: 'papers=/p', answers: { '/p': papers } });
  return [...document.querySelectorAll('main kf-files a')].map(link => [link.getAttribute('href'), link.textContent]);
};

export default {
  async 'one file by its id, several with their titles, or an address of ours'() {
    await show('<kf-files of="paper">Hent den</kf-files>', { known: { paper: 'd 1' } });
    same([find('a').getAttribute('href'), find('a').textContent], ['/api/clusters/nord/documents/d%201/original', 'Hent den']);
    same(await linked([{ documentId: 'd1', title: 'Referat' }]), [['/api/clusters/nord/documents/d1/original', 'Referat']]);
    await show('<kf-files of="paper"></kf-files>', { known: { paper: '/api/own.pdf' } });
    same([find('a').getAttribute('href'), find('a').textContent], ['/api/own.pdf', 'Hent filen']);
  },
};
