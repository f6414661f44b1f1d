// the pages are delivered as English; screen readers choose their voice by this
document.documentElement.lang = 'da';

export default {
  app: {
    name: 'Velkommen',
    vendor: 'Klyngeflow'
  },
  locales: {
    availableLocales: ['da'],
    fallbackLocale: 'da'
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
