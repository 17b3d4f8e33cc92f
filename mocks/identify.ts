import type { SessionRequest } from '../src/contracts/session.js';
import type { Identity } from '../src/server/ports.js';
import { findPersona, type Persona } from './personas.js';
import { LibraryProblem } from './problem.js';

const PREFIX = 'persona:';

/** An authorization code that names a persona: what the mock broker page answers with where there is no real broker. Each one works once. */
export function encodeMockCode(personaId: string): string {
  const random = Array.from(crypto.getRandomValues(new Uint8Array(6)), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return btoa(`${PREFIX}${personaId}:${random}`).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** The id of the persona, or `undefined` for anything that is no such code. */
export function decodeMockCode(code: string): string | undefined {
  try {
    const text = atob(code.replaceAll('-', '+').replaceAll('_', '/'));
    return text.startsWith(PREFIX) ? text.slice(PREFIX.length).split(':')[0] : undefined;
  } catch {
    return undefined;
  }
}

/** A persona as the provider vouches for it. An eID says nothing of where one studies or works, nor of an e-mail address. */
export function identityOf(persona: Persona, provider: string): Identity {
  const { affiliation, organization, homeOrganization, email, ...person } = persona.claims;
  const byInstitution = provider === 'wayf' || !persona.providers.includes('mitid');
  return { subject: persona.id, provider, ...person, ...(byInstitution && { affiliation, organization, homeOrganization, email }) };
}

/** Redeems the codes of {@link encodeMockCode}, and host tokens of the same form. */
export function createMockIdentify(): (proof: SessionRequest) => Promise<Identity> {
  const used = new Set<string>();
  return async (proof) => {
    if (proof.method === 'library-card') throw new LibraryProblem('credentials-wrong');
    const code = proof.method === 'code' ? proof.code : proof.token;
    const persona = findPersona(decodeMockCode(code) ?? '');
    if (!persona || used.has(code)) throw new LibraryProblem('proof-invalid');
    if (proof.method === 'code' && (proof.codeVerifier === '' || proof.nonce === '')) throw new LibraryProblem('proof-invalid');
    used.add(code);
    return identityOf(persona, proof.provider);
  };
}
