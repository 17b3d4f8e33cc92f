import type { SignupConfigInput } from '../../src/contracts/config.js';
import type { Settings } from './settings.js';

/** Where the library system in the browser listens. Nothing is there: the service worker answers. */
export const MSW_API = new URL('msw-api/', document.baseURI).href;
/** The broker as a page of static files. */
export const MOCK_BROKER = new URL('broker.html', document.baseURI).href;

/** The library's configuration with the simulator's settings in it. */
export function adjustConfiguration(config: SignupConfigInput, { backend, mode }: Settings): SignupConfigInput {
  const { gateway, identity } = config;
  const mocked = backend === 'msw';
  return {
    ...config,
    gateway: mocked ? { ...gateway, url: MSW_API } : gateway,
    identity: {
      ...identity,
      mode,
      providers: Object.fromEntries(
        Object.entries(identity.providers).map(([name, provider]) => [
          name,
          mocked && provider.authorizationEndpoint !== undefined
            ? { ...provider, issuer: MOCK_BROKER, authorizationEndpoint: `${MOCK_BROKER}?provider=${encodeURIComponent(name)}` }
            : provider,
        ]),
      ),
    },
  };
}
