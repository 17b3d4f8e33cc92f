import { acceptedSchema, emailRequestSchema } from '../../contracts/pin.js';
import { userIdsSchema, userIdRequestSchema, type UserIdHint } from '../../contracts/user-id.js';
import { maskCpr } from '../../domain/cpr.js';
import { parseEmail } from '../../domain/email.js';
import { isActive, type GatewayContext, type Rules } from '../context.js';
import type { Patron } from '../ports.js';
import { fieldProblem, GatewayProblem } from '../problem.js';
import { readBody, reply } from '../reply.js';
import { sameAddress } from './person.js';

const MOST_USER_IDS = 5;

const cardHint = (card: string): string => `••••••${card.slice(-4)}`;
const emailHint = (email: string): string => email.replace(/^(.).*(@.*)$/, '$1•••$2');

/** What the patron logs in with. Masked here: no number leaves the gateway. */
export function primaryUserId({ cpr, card = '', emailUserIds: [email] }: Patron): UserIdHint {
  if (cpr !== undefined) return { type: 'cpr', hint: maskCpr(cpr) };
  return card === '' && email !== undefined ? { type: 'email', hint: emailHint(email) } : { type: 'card', hint: cardHint(card) };
}

export function userIdsOf(patron: Patron): UserIdHint[] {
  const { cpr, card, emailUserIds } = patron;
  return [
    ...(cpr === undefined ? [] : [{ type: 'cpr' as const, hint: maskCpr(cpr) }]),
    ...(card === undefined ? [] : [{ type: 'card' as const, hint: cardHint(card) }]),
    ...emailUserIds.map((email) => ({ type: 'email' as const, hint: emailHint(email) })),
  ];
}

/** The address, or `field-invalid`. What is no address is no secret, so it may be said. */
export function readEmail(input: string): string {
  const result = parseEmail(input);
  if (!result.ok) throw fieldProblem({ field: 'email', code: result.code });
  return result.email;
}

export function userIdRules({ library, librarySystem, mail, postpone }: GatewayContext): Rules {
  const { addEmailUserId, findByEmail, findByUserId } = librarySystem;
  return {
    'GET user-ids': async ({ session }) => {
      const patron = await librarySystem.find((await session()).identity);
      return reply(200, userIdsSchema, { userIds: isActive(patron) ? userIdsOf(patron) : [] });
    },
    ...(addEmailUserId &&
      library.emailAsUserId && {
        'POST user-ids': async ({ session, body }) => {
          const patron = await librarySystem.find((await session()).identity);
          const email = readEmail(readBody(userIdRequestSchema, body).email);
          if (!isActive(patron)) throw new GatewayProblem('not-permitted');
          if (!sameAddress(patron.email, email)) throw new GatewayProblem('account-mismatch');
          const other = await findByUserId?.call(librarySystem, email);
          if (other?.emailUserIds.some((one) => sameAddress(one, email))) throw new GatewayProblem('already-linked');
          if (!patron.emailVerified) throw fieldProblem({ field: 'email', code: 'not-verified' });
          if (userIdsOf(patron).length >= MOST_USER_IDS) throw fieldProblem({ field: 'email', code: 'too-many' });
          await addEmailUserId.call(librarySystem, patron, email);
          await mail.send({ to: email, kind: 'email-user-id', language: patron.language });
          return reply(202, acceptedSchema, {});
        },
      }),
    ...(findByEmail && {
      'POST user-id-reminders': async ({ body }) => {
        const email = readEmail(readBody(emailRequestSchema, body).email);
        await postpone({ name: 'remind-user-id', email });
        return reply(202, acceptedSchema, {});
      },
    }),
  };
}
