import { failure, lateOidcProvider } from '../oidc.js';
import type { IdentityProvider } from '../provider.js';

/** Brokers that serve real people, with the test systems of the same name taken out. */
const PRODUCTION = /(^|\.)(mitid\.dk|netseidbroker\.dk|signicat\.com|criipto\.id|nemlog-in\.dk|nemid\.nu|wayf\.dk|bib\.dk)\.?$/;
const TEST = /(^|\.)(pp\.mitid\.dk|pp\.netseidbroker\.dk|sandbox\.signicat\.com)\.?$/;

function isProduction(endpoint: string): boolean {
  const { hostname } = new URL(endpoint, location.href);
  return PRODUCTION.test(hostname) && !TEST.test(hostname);
}

const historic = lateOidcProvider(
  { adapter: 'nemid', name: 'NemID' },
  {
    parameters: () => ({ acr_values: 'urn:grn:authn:dk:nemid:poces' }),
    check: ({ simulate, authorizationEndpoint }) => {
      if (simulate && authorizationEndpoint !== undefined && !isProduction(authorizationEndpoint)) return;
      throw failure('provider-failed', 'NemID has closed: name the provider of today in "replacedBy"');
    },
  },
);

/** NemID: takes old configurations and deep links, and carries on with the provider of today. `simulate` runs the old login against a test broker. */
export const nemid: IdentityProvider = {
  ...historic,
  replacedBy: ({ simulate, replacedBy }) => (simulate ? undefined : replacedBy),
};
