import type { PinRule } from '../../contracts/config.js';
import { acceptedSchema, emailRequestSchema, pinChangeSchema, pinOrderSchema } from '../../contracts/pin.js';
import { checkPin, isWeak } from '../../domain/pin.js';
import { isActive, type GatewayContext, type Rules } from '../context.js';
import { fieldProblem, GatewayProblem } from '../problem.js';
import { NO_CONTENT, readBody, reply } from '../reply.js';
import { digits, sha256 } from '../secrets.js';
import { readEmail } from './user-ids.js';

const HOUR = 3_600_000;

/** None or one error of the field `pin`. */
export function pinError(rule: PinRule, pin: string, birthDate?: string): { field: string; code: string }[] {
  const problem = checkPin(pin, rule, birthDate);
  return problem === null || (rule.weak === 'advise' && isWeak(problem)) ? [] : [{ field: 'pin', code: problem }];
}

function assertPin(rule: PinRule, pin: string, birthDate?: string): void {
  const errors = pinError(rule, pin, birthDate);
  if (errors.length > 0) throw fieldProblem(...errors);
}

export function newPin(rule: PinRule, birthDate?: string): string {
  let pin = digits(rule.minLength);
  while (checkPin(pin, rule, birthDate) !== null) pin = digits(rule.minLength);
  return pin;
}

export function pinRules({ library, librarySystem, store, now, postpone }: GatewayContext): Rules {
  const { changePin, findByEmail, findByUserId, mailPinLink, redeemPinLink, verifyEmail } = librarySystem;
  const rules: Record<string, Rules[string]> = {};
  if (changePin && findByUserId) {
    rules['POST pin-orders'] = async ({ body, session }) => {
      const userId = readBody(pinOrderSchema, body).userId?.trim();
      if (userId === '') throw fieldProblem({ field: 'userId', code: 'required' });
      const open = userId === undefined ? await session() : undefined;
      await postpone({ name: 'order-pin', ...(open ? { identity: open.identity } : { userId: userId ?? '' }) });
      return reply(202, acceptedSchema, {});
    };
  }
  if (changePin) {
    rules['PUT patrons/me/pin'] = async ({ body, session }) => {
      const patron = await librarySystem.find((await session()).identity);
      const { pin } = readBody(pinChangeSchema, body);
      if (patron?.status === 'blocked') throw new GatewayProblem('blocked');
      if (!isActive(patron)) throw new GatewayProblem('not-found');
      assertPin(library.pin, pin, patron.birthDate);
      await changePin.call(librarySystem, patron, pin);
      return NO_CONTENT;
    };
  }
  if (mailPinLink && redeemPinLink) {
    rules['POST pin-resets'] = async ({ body }) => {
      const email = readEmail(readBody(emailRequestSchema, body).email);
      await postpone({ name: 'mail-pin-link', email });
      return reply(202, acceptedSchema, {});
    };
    rules['PUT pin-resets/:'] = async ({ body, parameter }) => {
      const { pin } = readBody(pinChangeSchema, body);
      assertPin(library.pin, pin);
      await redeemPinLink.call(librarySystem, parameter, pin);
      return NO_CONTENT;
    };
  } else if (changePin && findByEmail) {
    rules['POST pin-resets'] = async ({ body }) => {
      const email = readEmail(readBody(emailRequestSchema, body).email);
      await postpone({ name: 'mail-pin-link', email });
      return reply(202, acceptedSchema, {});
    };
    rules['PUT pin-resets/:'] = async ({ body, parameter }) => {
      const key = await sha256(parameter);
      const { pin } = readBody(pinChangeSchema, body);
      return store.exclusive(`pin-link ${key}`, async () => {
        const link = await store.get('pin-link', key);
        if (!link) throw new GatewayProblem('not-found');
        const patron = (await findByEmail.call(librarySystem, link.email)).find(({ id }) => id === link.subject);
        if (!patron) throw new GatewayProblem('not-found');
        if (link.used || link.expiresAt <= now()) throw new GatewayProblem('expired');
        // A PIN that breaks the rule does not use the link up.
        assertPin(library.pin, pin, patron.birthDate);
        await store.put('pin-link', key, { ...link, used: true }, now() + 48 * HOUR);
        await changePin.call(librarySystem, patron, pin);
        await verifyEmail?.call(librarySystem, patron);
        return NO_CONTENT;
      });
    };
  }
  return rules;
}
