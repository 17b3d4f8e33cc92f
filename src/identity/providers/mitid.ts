import { oidcProvider } from '../oidc-provider.js';

/** MitID, through whichever broker the configuration names. */
export const mitid = oidcProvider({ adapter: 'mitid', name: 'MitID', brand: 'mitid', labelKey: 'provider.mitid' });
