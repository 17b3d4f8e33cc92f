import type { SignupConfigInput } from '../../src/contracts/config.js';
import type { Settings } from './settings.js';

type Providers = SignupConfigInput['identity']['providers'];

/** Where the library system in the browser listens, one for each library. Nothing is there: the service worker answers. */
export const mswApi = (libraryId: string): string => new URL(`msw-api/${libraryId}/`, document.baseURI).href;
/** The broker as a page of static files. */
export const MOCK_BROKER = new URL('broker.html', document.baseURI).href;

/** What the simulator changes; the rest of its settings leave the configuration alone. */
export type Adjustments = Pick<Settings, 'backend' | 'mode' | 'nemid' | 'example'>;

export const isAdjusted = ({ backend, mode, nemid, example }: Adjustments): boolean =>
  backend === 'msw' || mode === 'popup' || nemid || example;

/** The providers that the switches add: MitID's address and client, and another login. */
function addProviders({ nemid: closed, mitid, ...others }: Providers, { nemid, example }: Adjustments): Providers {
  if (!mitid) return others;
  const { issuer, authorizationEndpoint, clientId } = mitid;
  const sameBroker = { issuer, authorizationEndpoint, clientId };
  return {
    ...others,
    mitid,
    ...(closed && { nemid: nemid ? { ...closed, ...sameBroker, simulate: true, label: 'NemID' } : closed }),
    ...(example && { unilogin: { adapter: 'unilogin', ...sameBroker, label: 'UNI-Login' } }),
  };
}

/** Beside MitID wherever a person of age logs in for themselves. */
function addToAudiences(register: SignupConfigInput['register'], added: readonly string[]): SignupConfigInput['register'] {
  return (
    register && {
      ...register,
      audiences: register.audiences.map((audience) =>
        audience.kind === 'adult' || audience.kind === 'private' ? { ...audience, providers: [...audience.providers, ...added] } : audience,
      ),
    }
  );
}

/** The library's configuration with the simulator's settings in it. */
export function adjustConfiguration(config: SignupConfigInput, settings: Adjustments): SignupConfigInput {
  const { gateway, identity, register } = config;
  const mocked = settings.backend === 'msw';
  const providers = addProviders(identity.providers, settings);
  const added = ['nemid', 'unilogin'].filter((name) => (name === 'nemid' ? settings.nemid : settings.example) && name in providers);
  return {
    ...config,
    // Nobody is there to hand a login over to.
    ...(mocked && config.login && { login: { ...config.login, handover: { mode: 'none' as const } } }),
    gateway: mocked ? { ...gateway, url: mswApi(config.library.id) } : gateway,
    identity: {
      ...identity,
      mode: settings.mode,
      providers: Object.fromEntries(
        Object.entries(providers).map(([name, provider]) => [
          name,
          mocked && provider.authorizationEndpoint !== undefined
            ? { ...provider, issuer: MOCK_BROKER, authorizationEndpoint: `${MOCK_BROKER}?provider=${encodeURIComponent(name)}` }
            : provider,
        ]),
      ),
    },
    ...(added.length > 0 && { register: addToAudiences(register, added) }),
  };
}
