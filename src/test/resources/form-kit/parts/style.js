import { dress } from 'kit/style.js';
import { same, until } from './page.js';

export default {
  async 'the look is fetched once, from beside the version of the parts'() {
    dress();
    dress();
    const links = [...document.querySelectorAll('link[rel=stylesheet]')];
    same([links.length, /^\/forms-kit\/[0-9a-f]{32}\/form-kit\.css$/.test(links[0].getAttribute('href'))], [1, true]);
    await until(() => links[0].sheet);
  },
};
