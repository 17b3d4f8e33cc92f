import type { PinRule } from '../../src/contracts/config.js';
import { acceptedSchema, emailRequestSchema, pinChangeSchema, pinOrderSchema } from '../../src/contracts/pin.js';
import { normalizeCpr } from '../../src/domain/cpr.js';
import { checkPin, isWeak } from '../../src/domain/pin.js';
import { fieldProblem, LibraryProblem } from '../problem.js';
import { NO_CONTENT, readBody, reply, type Routes } from './route.js';
import { digits, opaque, sameAddress, type LibraryState, type MockPatron } from './state.js';
import { readEmail } from './user-ids.js';

const LINK_LIFE = 60 * 60 * 1000;

/** None or one error of the field `pin`. */
export function pinError(rule: PinRule, pin: string, birthDate?: string): { field: string; code: string }[] {
  const problem = checkPin(pin, rule, birthDate);
  return problem === null || (rule.weak === 'advise' && isWeak(problem)) ? [] : [{ field: 'pin', code: problem }];
}

function assertPin(rule: PinRule, pin: string, birthDate?: string): void {
  const errors = pinError(rule, pin, birthDate);
  if (errors.length > 0) throw fieldProblem(...errors);
}

function newPin(rule: PinRule, birthDate?: string): string {
  let pin = digits(rule.minLength);
  while (checkPin(pin, rule, birthDate) !== null) pin = digits(rule.minLength);
  return pin;
}

export function pinRoutes({ patrons, profile, mailbox, pinLinks, now }: LibraryState): Routes {
  const byUserId = (userId: string): MockPatron | undefined =>
    [...patrons.values()].find(
      ({ cpr, card, emailUserIds }) =>
        cpr === normalizeCpr(userId) || card === userId || emailUserIds.some((email) => sameAddress(email, userId)),
    );
  return {
    'POST pin-orders': ({ body, session }) => {
      const userId = readBody(pinOrderSchema, body).userId?.trim();
      if (userId === '') throw fieldProblem({ field: 'userId', code: 'required' });
      const patron = userId === undefined ? patrons.get(session().identity.subject) : byUserId(userId);
      if (patron?.status === 'active' && patron.email !== undefined) {
        patron.pin = newPin(profile.pin, patron.birthDate);
        mailbox.send(patron.email, 'pin', patron.language, { code: patron.pin });
      }
      return reply(202, acceptedSchema, {});
    },
    'PUT patrons/me/pin': ({ body, session }) => {
      const patron = patrons.get(session().identity.subject);
      const { pin } = readBody(pinChangeSchema, body);
      if (patron?.status === 'blocked') throw new LibraryProblem('blocked');
      if (patron?.status !== 'active') throw new LibraryProblem('not-found');
      assertPin(profile.pin, pin, patron.birthDate);
      patron.pin = pin;
      return NO_CONTENT;
    },
    'POST pin-resets': ({ body }) => {
      const email = readEmail(readBody(emailRequestSchema, body).email);
      for (const patron of [...patrons.values()].filter((one) => one.status === 'active' && sameAddress(one.email, email))) {
        const token = opaque();
        pinLinks.set(token, { subject: patron.subject, expiresAt: now() + LINK_LIFE, used: false });
        const link = new URL(profile.pageUrl);
        link.hash = new URLSearchParams({ 'pin-reset': token }).toString();
        mailbox.send(email, 'pin-link', patron.language, { link: link.href });
      }
      return reply(202, acceptedSchema, {});
    },
    'PUT pin-resets/:': ({ body, parameter }) => {
      const link = pinLinks.get(parameter);
      const patron = link && patrons.get(link.subject);
      if (!link || !patron) throw new LibraryProblem('not-found');
      if (link.used || link.expiresAt <= now()) throw new LibraryProblem('expired');
      // A PIN that breaks the rule does not use the link up.
      const { pin } = readBody(pinChangeSchema, body);
      assertPin(profile.pin, pin, patron.birthDate);
      link.used = true;
      patron.pin = pin;
      patron.emailVerified = true;
      return NO_CONTENT;
    },
  };
}
