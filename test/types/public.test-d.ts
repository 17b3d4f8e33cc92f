// Compiled by `npm run typecheck`, never run: what a host page may rely on, written as such a page writes it.
import {
  oidcProvider,
  registerProvider,
  signupContext,
  SignupError,
  type IdentityProvider,
  type LibrarySignup,
  type ProviderConfig,
  type SignupConfigInput,
  type SignupDetail,
  type SignupEvents,
} from '../../src/index.js';

const config: SignupConfigInput = {
  version: 1,
  library: { id: 'DK-710100', name: { da: 'Biblioteket', en: 'The library' } },
  gateway: { type: 'http', url: '/signup-api/' },
  identity: { providers: { campus: { adapter: 'campus', clientId: 'library', authorizationEndpoint: 'https://login.example/auth' } } },
  register: { audiences: [{ id: 'adult', kind: 'adult', providers: ['campus'] }] },
};

// @ts-expect-error there is one version
export const wrongVersion: SignupConfigInput = { ...config, version: 2 };
// @ts-expect-error kinds are known by name
export const wrongKind: SignupConfigInput = { ...config, register: { audiences: [{ id: 'x', kind: 'pensioner', providers: ['campus'] }] } };

// A provider in two lines, and one written by hand.
registerProvider(
  oidcProvider({ adapter: 'campus', name: 'Campus' }, { parameters: ({ level }: ProviderConfig) => ({ acr: level ?? 'low' }) }),
);
const own: IdentityProvider = {
  adapter: 'own',
  name: 'Own',
  begin: async ({ state, startAuthorization }) =>
    state === '' ? Promise.reject(new SignupError({ code: 'unavailable', retryable: true })) : startAuthorization(),
  complete: async (parameters, { nonce, codeVerifier, redirectUri, provider }) => {
    const code = parameters.get('code');
    return code === null ? { refused: 'cancelled' } : { method: 'code', provider, code, codeVerifier, nonce, redirectUri };
  },
};
registerProvider(own);
// @ts-expect-error a provider says what stands on its button
registerProvider({ adapter: 'own', begin: own.begin, complete: own.complete });

const element: LibrarySignup = document.createElement('library-signup');
element.config = config;
element.flow = 'recover';
element.audience = 'adult';
element.identity = { provider: 'campus', token: 'opaque' };
element.start();
element.reset();
// @ts-expect-error the screen is the element's to say
element.step = 'register.done';
// @ts-expect-error no such flow
element.flow = 'renew';

element.addEventListener('signup-complete', ({ detail: { flow, outcome } }) => {
  const ended: 'register' | 'recover' | 'login' = flow;
  return [ended, outcome === 'registered'];
});
element.addEventListener('signup-identify', (event) => {
  const { url, mode }: SignupDetail<'signup-identify'> = event.detail;
  if (mode === 'redirect' && url === '') event.preventDefault();
});
export type Names = keyof SignupEvents;
export const named: Record<Names, true> = {
  'signup-step': true,
  'signup-complete': true,
  'signup-error': true,
  'signup-cancel': true,
  'signup-identify': true,
  'signup-handover': true,
};

const error = new SignupError({ code: 'locked-out', retryable: false, retryAfter: 60 });
export const code: 'locked-out' | (typeof error)['code'] = error.code;
export const key: typeof signupContext = signupContext;
