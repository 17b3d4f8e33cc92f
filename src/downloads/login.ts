import { createLoginMachine } from '../flow/login/actors.js';
import { createLoginCalls } from '../gateway/login-calls.js';
import { postForm } from '../page/post-form.js';
import { createRecentLibraries } from '../page/recent-libraries.js';
import type { CreateMachine } from './downloads.js';
import { withCalls } from './with-calls.js';

export { login } from '../locales/da/login.js';
export { loginScreens as screens } from '../ui/screens/login/screens.js';

/** Characters of a host's own reference. */
const LONGEST_ORDER = 200;

export const createMachine: CreateMachine = (services, identify) => {
  const { config, clock, publicComputer, hostReferences, dispatch } = services.surroundings;
  const warn = (message: string): void => console.error(`[library-signup] ${message}`);
  return createLoginMachine(withCalls(services, createLoginCalls), identify, {
    config,
    warn,
    hostReferences: () => {
      const { handoverChallenge, order } = hostReferences();
      const fits = (order?.length ?? 0) <= LONGEST_ORDER;
      if (!fits) warn(`order: is left out, as it is longer than ${LONGEST_ORDER} characters`);
      return { handoverChallenge, order: fits ? order : null };
    },
    recent: createRecentLibraries(clock, publicComputer),
    deliver: (mode, url = '', { code, expiresIn }) => {
      // Neither bubbles nor leaves the shadow root that the element may be in: it is for whoever listens to this element.
      if (mode === 'event') dispatch(new CustomEvent('signup-handover', { detail: { code, expiresIn } }));
      else postForm(url, { code });
    },
  });
};
