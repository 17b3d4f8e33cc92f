import { shared } from '../locales/da/shared.js';
import { provideDownloads } from './downloads.js';

/** Fetches something once. When that fails, asking again tries again. */
function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | undefined;
  return () =>
    (loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    }));
}

const extras = once(() => import('./extras.js'));
const flows = {
  questions: once(() => import('./questions.js')),
  register: once(() => import('./register.js')),
  refused: once(() => import('./refused.js')),
  child: once(() => import('./child.js')),
  recover: once(() => import('./recover.js')),
  login: once(() => import('./login.js')),
};

// For modules: what a flow needs is fetched when it is entered, in one download, and its texts in another. Most patrons read Danish: its texts come with
// the flow, but for those of guardians, which the login screen has use for before the flow.
provideDownloads({
  flows,
  texts: {
    shared: { da: () => Promise.resolve({ shared }), en: () => import('../locales/en/shared.js') },
    notices: { da: () => import('../locales/da/notices.js'), en: () => import('../locales/en/notices.js') },
    questions: { da: flows.questions, en: () => import('../locales/en/questions.js') },
    register: { da: flows.register, en: () => import('../locales/en/register.js') },
    refused: { da: flows.refused, en: () => import('../locales/en/refused.js') },
    child: { da: () => import('../locales/da/child.js'), en: () => import('../locales/en/child.js') },
    recover: { da: flows.recover, en: () => import('../locales/en/recover.js') },
    login: { da: flows.login, en: () => import('../locales/en/login.js') },
  },
  adapters: once(() => import('./adapters.js')),
  popup: extras,
  contextProvider: extras,
  idleController: extras,
  offers: once(() => import('./offers.js')),
  mistakes: once(() => import('./mistakes.js')),
});
