import { applicationReceiptSchema, childApplicationSchema } from '../../src/contracts/child.js';
import { registrationSchema, patronRequestSchema } from '../../src/contracts/patron.js';
import { ageOn } from '../../src/domain/age.js';
import { todayInCopenhagen } from '../../src/domain/copenhagen.js';
import { parseCpr } from '../../src/domain/cpr.js';
import { parseEmail } from '../../src/domain/email.js';
import { parsePhone } from '../../src/domain/phone.js';
import { fieldProblem, LibraryProblem } from '../problem.js';
import { pinError } from './pins.js';
import { readBody, reply, type Routes } from './route.js';
import { birthDateOf, cprOf, newPatron, recordOf, type Identity, type LibraryState } from './state.js';
import { primaryUserId } from './user-ids.js';

interface FieldError {
  field: string;
  code: string;
}

function contactErrors(
  { profile }: LibraryState,
  { email, phone, branch }: { email: string; phone?: string; branch: string },
): FieldError[] {
  const errors: FieldError[] = [];
  const address = parseEmail(email);
  if (!address.ok) errors.push({ field: 'email', code: address.code });
  const number = phone ? parsePhone(phone) : undefined;
  if (number && !number.ok) errors.push({ field: 'phone', code: number.code });
  if (branch === '') errors.push({ field: 'branch', code: 'required' });
  else if (!profile.branches.some(({ id }) => id === branch)) errors.push({ field: 'branch', code: 'unknown' });
  return errors;
}

/** Refuses whom the library system can't register, in the order in which a person would want to know. */
function assertMayRegister({ patrons, profile, now, mailboxProofs }: LibraryState, identity: Identity, proof: string | undefined): void {
  const patron = patrons.get(identity.subject);
  const record = recordOf(identity.subject);
  const birthDate = birthDateOf(identity);
  if (patron?.status === 'active') throw new LibraryProblem('already-patron');
  if (patron?.status === 'blocked') throw new LibraryProblem('blocked');
  if (birthDate !== undefined && ageOn(birthDate, todayInCopenhagen(now())) < profile.minimumAge) throw new LibraryProblem('under-age');
  // Name and address come from the person registry, by CPR number.
  if (cprOf(identity) === undefined || record.noRegistryData) throw new LibraryProblem('no-registry-data');
  const proven = proof !== undefined && (mailboxProofs.get(proof) ?? 0) > now();
  const byEid = identity.homeOrganization === undefined;
  if (!proven && (proof !== undefined || (record.mailboxRequired && byEid && profile.mailboxDomains.length > 0)))
    throw new LibraryProblem('mailbox-required');
}

export function registrationRoutes(state: LibraryState): Routes {
  const { patrons, profile, mailbox, now } = state;
  return {
    'POST patrons': ({ session, body }) => {
      const { identity } = session();
      const request = readBody(patronRequestSchema, body);
      assertMayRegister(state, identity, request.mailboxProof);
      const errors = [
        ...contactErrors(state, request),
        ...pinError(profile.pin, request.pin, birthDateOf(identity)),
        ...(profile.terms !== undefined && request.acceptedTerms !== profile.terms ? [{ field: 'terms', code: 'required' }] : []),
      ];
      if (errors.length > 0) throw fieldProblem(...errors);
      const { email, phone, branch, language, pin } = request;
      const patron = { ...newPatron(identity), email: email.trim(), phone, branch, language, pin };
      patrons.set(identity.subject, patron);
      if (request.mailboxProof !== undefined) state.mailboxProofs.delete(request.mailboxProof);
      mailbox.send(patron.email, 'registered', language);
      return reply(201, registrationSchema, {
        userId: primaryUserId(patron),
        resident: identity.municipality?.code === profile.municipality,
        card: 'health-card',
      });
    },
    'POST child-applications': ({ session, body }) => {
      const { identity } = session();
      const request = readBody(childApplicationSchema, body);
      const cpr = parseCpr(request.child.cpr);
      const errors = [
        ...contactErrors(state, request),
        ...(request.pin === undefined ? [] : pinError(profile.pin, request.pin, cpr.ok ? cpr.birthDate : undefined)),
      ];
      const refuse = (field: string, code: string): number => errors.unshift({ field, code });
      if (request.child.name.trim() === '') refuse('childName', 'required');
      if (!cpr.ok) refuse('childCpr', cpr.code);
      else if (cpr.cpr === cprOf(identity)) refuse('childCpr', 'own-number');
      else if (ageOn(cpr.birthDate, todayInCopenhagen(now())) >= 18) refuse('childCpr', 'adult');
      else if (ageOn(cpr.birthDate, todayInCopenhagen(now())) < 0) refuse('childCpr', 'date');
      if (errors.length > 0) throw fieldProblem(...errors);
      state.applications += 1;
      const reference = `B-${todayInCopenhagen(now()).slice(0, 4)}-${String(state.applications).padStart(5, '0')}`;
      mailbox.send(request.email.trim(), 'application', request.language, { code: reference });
      return reply(202, applicationReceiptSchema, { reference });
    },
  };
}
