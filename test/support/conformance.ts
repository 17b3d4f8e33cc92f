import { encodeMockCode, createMockIdentify } from '../../mocks/identify.js';
import { createMockLibrary, type MockLibrary } from '../../mocks/library.js';
import { auLibrary } from '../../mocks/libraries.js';
import { LibraryProblem } from '../../mocks/problem.js';
import type { Persons } from '../../src/cli/conformance/persons.js';
import type { ConformanceOptions } from '../../src/cli/conformance/run.js';
import { serve, type NodeServer } from '../../src/server/node.js';

export const ORIGIN = 'https://library.example';
export const HOST = { id: 'catalogue', secret: 'a secret of the catalogue: with /, and %' };
const REDIRECT_URI = `${ORIGIN}/sign-up`;

const PERSONAS: Readonly<Record<keyof Persons, string>> = {
  adult: 'adult-resident',
  second: 'adult-non-resident',
  third: 'eighteen-today',
  seventeen: 'seventeen',
  protected: 'protected',
  unregistered: 'no-registry-data',
  patron: 'already-patron',
  child: '',
};
export const PERSONS: Persons = {
  adult: { cpr: '7203861234' },
  second: {},
  third: {},
  seventeen: {},
  protected: {},
  unregistered: {},
  patron: { cpr: '8105631239', userId: '8105631239', email: 'gorm@post.example', pin: '2580' },
  child: { cpr: `7105${String((new Date().getFullYear() - 10) % 100).padStart(2, '0')}5123` },
};

export const proofOf = (person: string): Record<string, unknown> => ({
  method: 'code',
  provider: 'mitid',
  code: encodeMockCode(PERSONAS[person as keyof Persons]),
  codeVerifier: 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk',
  nonce: 'n-0S6_WzA2Mj',
  redirectUri: REDIRECT_URI,
});

export const optionsFor = (url: string): ConformanceOptions => ({
  ...{ url, persons: PERSONS, origin: ORIGIN, host: HOST },
  prove: async (person) => proofOf(person),
});

/** The mock gateway behind HTTP, as strict as a real one about where a login came from. */
export async function startMockGateway(): Promise<{ url: string; library: MockLibrary; server: NodeServer }> {
  const identify = createMockIdentify();
  const library = createMockLibrary({
    identify: async (proof) => {
      if (proof.method === 'code' && (proof.redirectUri !== REDIRECT_URI || proof.provider !== 'mitid'))
        throw new LibraryProblem('proof-invalid');
      return identify(proof);
    },
    library: { mailboxDomains: auLibrary.mailboxDomains },
    hosts: { [HOST.id]: HOST.secret },
    allowedOrigins: [ORIGIN],
  });
  const server = await serve((request) => library.fetch(request, '/api/'));
  return { url: `${server.origin}/api/`, library, server };
}
