import { failure, oidcProvider } from '../oidc.js';

/** Brokers that serve real people, with the test systems of the same name taken out. */
const PRODUCTION = /(^|\.)(mitid\.dk|netseidbroker\.dk|signicat\.com|criipto\.id|nemlog-in\.dk|nemid\.nu|wayf\.dk|bib\.dk)\.?$/;
const TEST = /(^|\.)(pp\.mitid\.dk|pp\.netseidbroker\.dk|sandbox\.signicat\.com)\.?$/;

function isProduction(endpoint: string): boolean {
  const { hostname } = new URL(endpoint, location.href);
  return PRODUCTION.test(hostname) && !TEST.test(hostname);
}

/** NemID has closed: it is replaced by the provider of today (`replacedBy`). `simulate` runs the old login against a test broker. */
export const nemid = oidcProvider(
  { adapter: 'nemid', name: 'NemID' },
  {
    parameters: () => ({ acr_values: 'urn:grn:authn:dk:nemid:poces' }),
    check: ({ simulate, authorizationEndpoint }) => {
      if (simulate && authorizationEndpoint !== undefined && !isProduction(authorizationEndpoint)) return;
      throw failure('provider-failed', 'NemID has closed: name the provider of today in "replacedBy"');
    },
  },
);
