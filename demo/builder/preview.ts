import type { SignupConfigInput } from '../../src/contracts/config.js';
import type { LibrarySignup } from '../../src/library-signup.js';
import '../../src/define.js';
import { adjustConfiguration } from '../simulator/configuration.js';
import { CSS_PROPERTIES, valueOf, type Look } from './colours.js';

let started: Promise<unknown> | undefined;
/** Every provider is played by a page of the demo, and the library system by a service worker: nothing leaves the browser. */
function playable(config: SignupConfigInput): SignupConfigInput {
  const { identity } = config;
  const providers = Object.fromEntries(
    Object.entries(identity.providers).map(([name, provider]) => [
      name,
      provider.adapter === 'host'
        ? provider
        : { ...provider, clientId: provider.clientId ?? 'builder', authorizationEndpoint: 'https://played.example/' },
    ]),
  );
  const { redirectUri: _elsewhere, ...rest } = identity;
  return adjustConfiguration(
    { ...config, identity: { ...rest, providers } },
    { backend: 'msw', mode: 'popup', nemid: false, example: false },
  );
}

/** Shows a configuration that can be used; another one leaves the last in place. */
export async function showPreview(element: LibrarySignup, config: SignupConfigInput, flow: LibrarySignup['flow']): Promise<void> {
  started ??= import('../simulator/browser-backend.js').then(({ startBrowserBackend }) => startBrowserBackend(config));
  await started;
  element.flow = flow;
  element.config = playable(config);
}

export function showLook(element: LibrarySignup, look: Look): void {
  for (const { name } of CSS_PROPERTIES) element.style.setProperty(name, valueOf(look, name));
}
