import beforeTheStart from '../../../assets/before-the-start.js';

// the pages are delivered as English; screen readers choose their voice by this
document.documentElement.lang = 'da';

await beforeTheStart();

export default {
  app: {
    name: 'Administration',
    vendor: 'Klyngeflow'
  },
  locales: {
    availableLocales: ['da'],
    fallbackLocale: 'da'
  },
  requireJsConfig: {
    // a slow line is no reason to show nothing
    waitSeconds: 0,
    ngDeps: ['klyngeflow.calendar', 'klyngeflow.login'],
    deps: ['klyngeflow-calendar', 'klyngeflow-login'],
    paths: {
      'klyngeflow-calendar': '../../assets/danish-calendar',
      'klyngeflow-login': '../../assets/one-login'
    }
  },
  disableWelcomeMessage: true
};
