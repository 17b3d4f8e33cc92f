// A gateway for registering adults with MitID: the package's own, with a library system of yours. Needs library-signup and openid-client.
// ISSUER, CLIENT_ID, CLIENT_SECRET: the broker's. PAGE_ORIGIN, REDIRECT_URI: of the page with <library-signup>.
import { createGateway, createMemoryStore, GatewayProblem } from 'library-signup/server';
import { serve } from 'library-signup/server/node';
import { createOpenIdBroker } from 'library-signup/server/openid';

const { ISSUER, CLIENT_ID, CLIENT_SECRET, PAGE_ORIGIN, REDIRECT_URI, ID_TOKEN_ALG = 'RS256', LEVEL, PORT = '8787' } = process.env;

/** Here goes your library system. */
const patrons = new Map();
const librarySystem = {
  branches: async () => [
    { id: 'DK-710100', name: 'Hovedbiblioteket', address: { street: 'Krystalgade 15', postalCode: '1172', city: 'København K' } },
  ],
  find: async ({ cpr }) => patrons.get(cpr),
  register: async ({ cpr, birthDate }, { email, language }) => {
    if (patrons.has(cpr)) throw new GatewayProblem('already-patron');
    const patron = { id: cpr, status: 'active', cpr, birthDate, email, emailVerified: false, emailUserIds: [], language };
    patrons.set(cpr, patron);
    return patron;
  },
};

const gateway = createGateway({
  library: {
    id: 'DK-710100',
    name: 'Hovedbiblioteket',
    municipality: '101',
    userIds: ['cpr'],
    emailAsUserId: false,
    pin: { minLength: 4, maxLength: 4, weak: 'refuse' },
    minimumAge: 18,
    mailboxDomains: [],
    pageUrl: REDIRECT_URI,
  },
  librarySystem,
  broker: createOpenIdBroker({
    providers: {
      mitid: { issuer: ISSUER, clientId: CLIENT_ID, clientSecret: CLIENT_SECRET, algorithm: ID_TOKEN_ALG, level: LEVEL, needsCpr: true },
    },
    redirectUris: [REDIRECT_URI],
  }),
  // For one process: library-signup/server/postgres has one that several share, and an outbox for mails.
  store: createMemoryStore(),
  mail: { send: async () => undefined },
  allowedOrigins: [PAGE_ORIGIN],
  basePath: '/signup-api/',
});

const { origin } = await serve(gateway, { port: Number(PORT) });
console.log(`${origin}/signup-api/`);
