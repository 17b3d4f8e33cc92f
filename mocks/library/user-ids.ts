import { acceptedSchema, emailRequestSchema } from '../../src/contracts/pin.js';
import { userIdsSchema, userIdRequestSchema } from '../../src/contracts/user-id.js';
import type { UserIdHint } from '../../src/contracts/user-id.js';
import { maskCpr } from '../../src/domain/cpr.js';
import { parseEmail } from '../../src/domain/email.js';
import { fieldProblem, LibraryProblem } from '../problem.js';
import { readBody, reply, type Routes } from './route.js';
import { sameAddress, type LibraryState, type MockPatron } from './state.js';

const MOST_USER_IDS = 5;

const cardHint = (card: string): string => `••••••${card.slice(-4)}`;
const emailHint = (email: string): string => email.replace(/^(.).*(@.*)$/, '$1•••$2');

/** What the patron logs in with from now on. */
export function primaryUserId({ cpr, card }: MockPatron): UserIdHint {
  return cpr === undefined ? { type: 'card', hint: cardHint(card) } : { type: 'cpr', hint: maskCpr(cpr) };
}

export function userIdsOf(patron: MockPatron): UserIdHint[] {
  return [
    primaryUserId(patron),
    ...(patron.cpr === undefined ? [] : [{ type: 'card' as const, hint: cardHint(patron.card) }]),
    ...patron.emailUserIds.map((email) => ({ type: 'email' as const, hint: emailHint(email) })),
  ];
}

/** The address, or `field-invalid`. What is no address is no secret, so it may be said. */
export function readEmail(input: string): string {
  const result = parseEmail(input);
  if (!result.ok) throw fieldProblem({ field: 'email', code: result.code });
  return result.email;
}

export function userIdRoutes({ patrons, profile, mailbox }: LibraryState): Routes {
  const active = (): MockPatron[] => [...patrons.values()].filter(({ status }) => status === 'active');
  return {
    'GET user-ids': ({ session }) => {
      const patron = patrons.get(session().identity.subject);
      return reply(200, userIdsSchema, { userIds: patron?.status === 'active' ? userIdsOf(patron) : [] });
    },
    'POST user-ids': ({ session, body }) => {
      const patron = patrons.get(session().identity.subject);
      const email = readEmail(readBody(userIdRequestSchema, body).email);
      if (!profile.emailAsUserId || patron?.status !== 'active') throw new LibraryProblem('not-permitted');
      if (!sameAddress(patron.email, email)) throw new LibraryProblem('account-mismatch');
      if (active().some(({ emailUserIds }) => emailUserIds.some((one) => sameAddress(one, email))))
        throw new LibraryProblem('already-linked');
      if (!patron.emailVerified) throw fieldProblem({ field: 'email', code: 'not-verified' });
      if (userIdsOf(patron).length >= MOST_USER_IDS) throw fieldProblem({ field: 'email', code: 'too-many' });
      patron.emailUserIds.push(email);
      mailbox.send(email, 'email-user-id', patron.language);
      return reply(202, acceptedSchema, {});
    },
    'POST user-id-reminders': ({ body }) => {
      const email = readEmail(readBody(emailRequestSchema, body).email);
      // One mail for each patron with the address: a family may share it.
      for (const patron of active().filter((one) => sameAddress(one.email, email))) {
        const text = userIdsOf(patron)
          .map(({ hint }) => hint)
          .join(', ');
        mailbox.send(email, 'user-ids', patron.language, { text });
      }
      return reply(202, acceptedSchema, {});
    },
  };
}
