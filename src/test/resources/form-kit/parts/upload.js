import { find, same, show, texts, until } from './page.js';

const html = '<kf-upload name="documentId" label="Fil" to="/uploads" required></kf-upload>';
const choose = file => {
  const chosen = new DataTransfer();
  chosen.items.add(file);
  find('input').files = chosen.files;
  find('input').dispatchEvent(new Event('change'));
};

export default {
  async 'refuses before it sends'() {
    const { kit } = await show(html);
    same(kit.fields[0].read(), { problem: 'Vælg en fil.' });
    choose(new File(['x'], 'brev.docx'));
    same(texts('.kf-error'), ['Filen skal være PDF eller XML. „brev.docx“ kan ikke bruges.']);
    choose(new File([], 'tom.pdf'));
    same(texts('.kf-error'), ['Filen er tom. Vælg en anden.']);
  },
  async 'sends at once, and the answer is there to be shown'() {
    const { kit } = await show(html);
    choose(new File(['<Invoice/>'], 'f.xml'));
    await until(() => kit.data.upload);
    same([texts('.kf-upload-state'), kit.values().documentId.value, kit.uploads[0].busy], [['„f.xml“ er modtaget.'], 'd9', false]);
  },
};
