import beforeTheStart from '../../../assets/before-the-start.js';

// the pages are delivered as English; screen readers choose their voice by this
document.documentElement.lang = 'da';

await beforeTheStart();

export default {
  app: {
    name: 'Velkommen',
    vendor: 'Klyngeflow'
  },
  locales: {
    availableLocales: ['da'],
    fallbackLocale: 'da'
  },
  requireJsConfig: {
    // a slow line is no reason to show nothing
    waitSeconds: 0,
    ngDeps: ['klyngeflow.login'],
    deps: ['klyngeflow-login'],
    paths: {
      'klyngeflow-login': '../../assets/one-login'
    }
  },
  links: [
    {
      label: 'Klyngeflows forside',
      href: '/',
      description: 'Kom i gang'
    }
  ],
  disableWelcomeMessage: true
};
