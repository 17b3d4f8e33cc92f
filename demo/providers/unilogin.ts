// In a project of one's own: from 'library-signup'.
import { oidcProvider, registerProvider } from '../../src/index.js';

/**
 * UNI-Login, the login of Danish schools. With its OpenID Connect door it wants PKCE, two scopes of its own and a level of its own
 * (DBCDK/hejmdal, identity provider `unilogin_oidc`). It gives an id and no CPR number: the library's gateway finds the person by that id.
 */
export const unilogin = oidcProvider(
  { adapter: 'unilogin', name: 'UNI-Login' },
  {
    defaults: { scope: 'openid InstitutionIdsClientScope UserHasLicenseClientScope' },
    parameters: () => ({ acr_values: 'To_Faktor' }),
  },
);

registerProvider(unilogin);
