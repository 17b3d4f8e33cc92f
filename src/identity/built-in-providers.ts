import { registerProvider } from './provider.js';
import { host } from './providers/host.js';
import { mitid } from './providers/mitid.js';
import { nemid } from './providers/nemid.js';
import { wayf } from './providers/wayf.js';

for (const provider of [mitid, wayf, nemid, host]) registerProvider(provider);
