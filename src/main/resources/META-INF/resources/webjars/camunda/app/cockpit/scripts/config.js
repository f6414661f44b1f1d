import beforeTheStart from '../../../assets/before-the-start.js';

// the pages are delivered as English; screen readers choose their voice by this
document.documentElement.lang = 'da';

await beforeTheStart();

export default {
  app: {
    name: 'Cockpit',
    vendor: 'Klyngeflow'
  },
  locales: {
    availableLocales: ['da'],
    fallbackLocale: 'da'
  },
  requireJsConfig: {
    // a slow line is no reason to show nothing
    waitSeconds: 0,
    ngDeps: ['klyngeflow.calendar', 'klyngeflow.login', 'klyngeflow.cockpit'],
    deps: ['klyngeflow-calendar', 'klyngeflow-login', 'klyngeflow-cockpit'],
    paths: {
      'klyngeflow-calendar': '../../assets/danish-calendar',
      'klyngeflow-login': '../../assets/one-login',
      'klyngeflow-cockpit': '../../assets/cockpit-in-danish'
    }
  },
  customScripts: ['../../assets/case-list.js'],
  disableWelcomeMessage: true
};
