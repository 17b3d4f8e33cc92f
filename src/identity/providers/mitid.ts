import { oidcProvider } from '../oidc.js';

/** MitID, through whichever broker the configuration names. */
export const mitid = oidcProvider({ adapter: 'mitid', name: 'MitID' });
