import { lateOidcProvider } from '../oidc.js';

/** MitID, through whichever broker the configuration names. */
export const mitid = lateOidcProvider({ adapter: 'mitid', name: 'MitID' });
