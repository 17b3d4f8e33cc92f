import { oidcProvider } from '../oidc.js';

/** A library's own login at login.bib.dk, which asks for user ID and PIN there. The library goes along as `agency`. */
export const library = oidcProvider({ adapter: 'library', name: 'login.bib.dk' });
