import beforeTheStart from '../../../assets/before-the-start.js';

// the pages are delivered as English; screen readers choose their voice by this
document.documentElement.lang = 'da';

await beforeTheStart();

export default {
  app: {
    name: 'Opgaver',
    vendor: 'Klyngeflow'
  },
  locales: {
    availableLocales: ['da'],
    fallbackLocale: 'da'
  },
  dateFormat: {
    normal: 'LLL',
    long: 'LLLL'
  },
  requireJsConfig: {
    // a slow line is no reason to show nothing
    waitSeconds: 0,
    ngDeps: ['klyngeflow.calendar', 'klyngeflow.login', 'klyngeflow.due-first', 'klyngeflow.task-in-sight', 'klyngeflow.bar'],
    deps: ['klyngeflow-calendar', 'klyngeflow-login', 'klyngeflow-due-first', 'klyngeflow-task-in-sight', 'klyngeflow-bar'],
    paths: {
      'klyngeflow-calendar': '../../assets/danish-calendar',
      'klyngeflow-login': '../../assets/one-login',
      'klyngeflow-due-first': 'scripts/due-first',
      'klyngeflow-task-in-sight': 'scripts/task-in-sight',
      'klyngeflow-bar': 'scripts/bar'
    }
  },
  disableWelcomeMessage: true,
  // a comment is also shown on the case, not only on the task it was written on
  assignProcessInstanceIdToTaskComment: true,

  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: 'påtag dig den valgte opgave'
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: 'gå til det første filter'
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: 'gå til den første opgave i listen'
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: 'gå til det første felt i opgaven'
    },
    startProcess: {
      key: 'ctrl+alt+p',
      description: 'start en ny sag'
    }
  }
};
