import { findProvider, registerProvider } from './provider.js';
import { host } from './providers/host.js';
import { mitid } from './providers/mitid.js';
import { nemid } from './providers/nemid.js';
import { wayf } from './providers/wayf.js';

// Loaded late, so a provider of the host page under the same name was first and stays.
for (const provider of [mitid, wayf, nemid, host]) {
  if (!findProvider(provider.adapter)) registerProvider(provider);
}
