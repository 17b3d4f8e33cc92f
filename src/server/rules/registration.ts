import { applicationReceiptSchema, childApplicationSchema } from '../../contracts/child.js';
import { patronRequestSchema, registrationSchema } from '../../contracts/patron.js';
import type { Language } from '../../contracts/text.js';
import { ageOn } from '../../domain/age.js';
import { todayInCopenhagen } from '../../domain/copenhagen.js';
import { parseCpr } from '../../domain/cpr.js';
import { parseEmail } from '../../domain/email.js';
import { parsePhone } from '../../domain/phone.js';
import { isActive, type GatewayContext, type Rules } from '../context.js';
import type { Identity, Patron } from '../ports.js';
import { fieldProblem, GatewayProblem } from '../problem.js';
import { readBody, reply } from '../reply.js';
import { sha256 } from '../secrets.js';
import { birthDateOf, cprOf } from './person.js';
import { pinError } from './pins.js';
import { primaryUserId } from './user-ids.js';

const DAY = 86_400_000;

interface FieldError {
  field: string;
  code: string;
}

export function registrationRules(context: GatewayContext): Rules {
  const { library, librarySystem, store, mail, now } = context;
  const { applyForChild } = librarySystem;

  async function contactErrors({
    email,
    phone,
    branch,
  }: {
    email: string;
    phone?: string | undefined;
    branch: string;
  }): Promise<FieldError[]> {
    const errors: FieldError[] = [];
    const address = parseEmail(email);
    if (!address.ok) errors.push({ field: 'email', code: address.code });
    const number = phone ? parsePhone(phone) : undefined;
    if (number && !number.ok) errors.push({ field: 'phone', code: number.code });
    if (branch === '') errors.push({ field: 'branch', code: 'required' });
    else if (!(await librarySystem.branches()).some(({ id }) => id === branch)) errors.push({ field: 'branch', code: 'unknown' });
    return errors;
  }

  /** Refuses whom the library can't register, in the order in which a person would want to know. */
  async function assertMayRegister(identity: Identity, patron: Patron | undefined, proof: string | undefined): Promise<void> {
    const birthDate = birthDateOf(identity);
    if (isActive(patron)) throw new GatewayProblem('already-patron');
    if (patron?.status === 'blocked') throw new GatewayProblem('blocked', patron.reason === undefined ? {} : { reason: patron.reason });
    if (birthDate !== undefined && ageOn(birthDate, todayInCopenhagen(now())) < library.minimumAge) throw new GatewayProblem('under-age');
    // Name and address come from the person registry, by CPR number.
    if (cprOf(identity) === undefined) throw new GatewayProblem('no-registry-data');
    await librarySystem.assertRegistrable?.(identity);
    const proven = proof !== undefined && (await store.get('mailbox-proof', await sha256(proof))) !== undefined;
    const byEid = identity.homeOrganization === undefined;
    const needed = byEid && library.mailboxDomains.length > 0 && ((await librarySystem.needsMailbox?.(identity)) ?? false);
    if (!proven && (proof !== undefined || needed)) throw new GatewayProblem('mailbox-required');
  }

  const hasBegun = async (patron: Patron, key: string, who: string): Promise<boolean> =>
    librarySystem.createsOnce ? patron.request === key : (await store.get('registration', key))?.subject === who;

  /** One mail, and the answer, also where an earlier answer got lost. */
  async function welcome(identity: Identity, patron: Patron, { email, language }: { email: string; language: Language }) {
    await mail.send({ to: email.trim(), kind: 'registered', language, once: `registered ${patron.id}` });
    return reply(201, registrationSchema, {
      userId: primaryUserId(patron),
      resident: library.municipality !== undefined && identity.municipality?.code === library.municipality,
      card: 'health-card',
    });
  }

  return {
    'POST patrons': async ({ session, body, key }) => {
      const { identity } = await session();
      const request = readBody(patronRequestSchema, body);
      // What the system itself sees to needs no name here.
      const who = librarySystem.createsOnce ? '' : await sha256(`${identity.provider}|${identity.subject}|${identity.cpr ?? ''}`);
      // One at a time for a person: systems without idempotency would create two.
      const inTurn: typeof store.exclusive = librarySystem.createsOnce ? (_, work) => work() : store.exclusive;
      return inTurn(`patron ${who}`, async () => {
        const before = await librarySystem.find(identity);
        // This very request has created the patron, and its answer got lost.
        if (isActive(before) && key !== undefined && (await hasBegun(before, key, who))) return welcome(identity, before, request);
        await assertMayRegister(identity, before, request.mailboxProof);
        const errors = [
          ...(await contactErrors(request)),
          ...pinError(library.pin, request.pin, birthDateOf(identity)),
          ...(library.terms !== undefined && request.acceptedTerms !== library.terms ? [{ field: 'terms', code: 'required' }] : []),
        ];
        if (errors.length > 0) throw fieldProblem(...errors);
        const { email, phone, branch, language, pin, sms } = request;
        if (key !== undefined && !librarySystem.createsOnce) await store.put('registration', key, { subject: who }, now() + DAY);
        const patron = await createPatron(identity, { email: email.trim(), phone, branch, language, pin, sms, request: key });
        if (request.mailboxProof !== undefined) await store.remove('mailbox-proof', await sha256(request.mailboxProof));
        return welcome(identity, patron, request);
      });
    },
    ...(applyForChild && {
      'POST child-applications': async ({ session, body }) => {
        const { identity } = await session();
        const request = readBody(childApplicationSchema, body);
        const cpr = parseCpr(request.child.cpr);
        const today = todayInCopenhagen(now());
        const guardianBorn = birthDateOf(identity);
        // Only somebody of age is a guardian.
        if (guardianBorn !== undefined && ageOn(guardianBorn, today) < 18) throw new GatewayProblem('under-age');
        const errors = [
          ...(await contactErrors(request)),
          ...(request.pin === undefined ? [] : pinError(library.pin, request.pin, cpr.ok ? cpr.birthDate : undefined)),
        ];
        const refuse = (field: string, code: string): number => errors.unshift({ field, code });
        if (request.child.name.trim() === '') refuse('childName', 'required');
        if (!cpr.ok) refuse('childCpr', cpr.code);
        else if (cpr.cpr === cprOf(identity)) refuse('childCpr', 'own-number');
        else if (ageOn(cpr.birthDate, today) >= 18) refuse('childCpr', 'adult');
        else if (ageOn(cpr.birthDate, today) < 0) refuse('childCpr', 'date');
        if (errors.length > 0 || !cpr.ok) throw fieldProblem(...errors);
        const { email, phone, branch, language, pin, sms, relation, guardian } = request;
        const { reference } = await applyForChild.call(librarySystem, identity, {
          ...{ email: email.trim(), phone, branch, language, pin, sms, relation },
          child: { cpr: cpr.cpr, name: request.child.name.trim() },
          guardianName: guardian?.name ?? identity.name,
        });
        await mail.send({ to: email.trim(), kind: 'application', language, values: { code: reference }, once: `application ${reference}` });
        return reply(202, applicationReceiptSchema, { reference });
      },
    }),
  };

  /** A system may have done the work and lost the answer: it is asked again before anybody hears of a failure. */
  async function createPatron(identity: Identity, patron: Parameters<typeof librarySystem.register>[1]): Promise<Patron> {
    try {
      return await librarySystem.register(identity, patron);
    } catch (error) {
      if (error instanceof GatewayProblem && error.problem.status < 500) throw error;
      const after = await librarySystem.find(identity).catch(() => undefined);
      if (isActive(after)) return after;
      throw error;
    }
  }
}
