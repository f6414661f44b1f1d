import { find, same, show, until } from './page.js';

const open = file => show('<kf-preview of="paper"></kf-preview>', { known: { paper: 'd1' }, answers: { '/api/clusters/nord/documents/d1': file } });

export default {
  async 'turns pages within the document and grows'() {
    await open({ fileName: 'f.pdf', pages: 2 });
    await until(() => find('.kf-page').textContent === 'Side 1 af 2');
    same(find('[aria-label="Forrige side"]').disabled, true);
    find('[aria-label="Næste side"]').click();
    same([find('.kf-page').textContent, find('[aria-label="Næste side"]').disabled], ['Side 2 af 2', true]);
    find('[aria-label="Større"]').click();
    same(find('.kf-paper img').style.width, '125%');
  },
  async 'shows it large and small again'() {
    await open({ fileName: 'f.pdf', pages: 1 });
    await until(() => find('.kf-page').textContent === 'Side 1 af 1');
    find('[aria-label="Vis stort"]').click();
    same([find('dialog').open, find('dialog .kf-paper') !== null], [true, true]);
    find('[aria-label="Luk det store billede"]').click();
    await until(() => find('.kf-preview .kf-paper'));
  },
  async 'says when there is nothing to see'() {
    await open({ fileName: 'f.xml', pages: 0, message: 'Kun data.' });
    await until(() => find('.kf-preview-note'));
    same([find('.kf-preview-note').textContent, find('.kf-paper').hidden], ['Kun data.', true]);
  },
};
