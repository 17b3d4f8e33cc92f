import { oidcProvider } from '../oidc.js';

/**
 * WAYF, the login of Danish institutions. Code flow with PKCE since 30 April 2025 (wayf.dk/en/node/420); `scope` is ignored, since what is
 * released is agreed beforehand. No `response_mode`: the hub answers any explicit one by form post, which a page can't read.
 * "NemID as institution" of older guides is NemLog-in, an institution like the others.
 */
export const wayf = oidcProvider(
  { adapter: 'wayf', name: 'WAYF' },
  {
    defaults: { issuer: 'https://wayf.wayf.dk', authorizationEndpoint: 'https://wayf.wayf.dk/oidc/auth' },
    parameters: ({ institution }): Record<string, string> => (institution === undefined ? {} : { idpentityid: institution }),
  },
);
