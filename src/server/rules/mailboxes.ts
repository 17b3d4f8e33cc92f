import { mailboxAnswerSchema, mailboxChallengeRequestSchema, mailboxChallengeSchema, mailboxProofSchema } from '../../contracts/mailbox.js';
import { isAllowedMailbox } from '../../domain/mailbox.js';
import type { GatewayContext, Rules } from '../context.js';
import { fieldProblem, GatewayProblem } from '../problem.js';
import { readBody, reply } from '../reply.js';
import { digits, isSame, opaque, sha256 } from '../secrets.js';
import { readEmail } from './user-ids.js';

const CODE_LENGTH = 6;
/** Seconds. */
const CODE_LIFE = 600;
const RESEND_AFTER = 30;
const LOCK = 900;
const PROOF_LIFE = 1_800;
const ATTEMPTS = 3;
const DAY = 86_400_000;

export function mailboxRules({ library, store, now, postpone }: GatewayContext): Rules {
  if (library.mailboxDomains.length === 0) {
    // No domain is the library's, so none is right.
    return {
      'POST mailbox-challenges': async ({ body }) => {
        readEmail(readBody(mailboxChallengeRequestSchema, body).email);
        throw fieldProblem({ field: 'email', code: 'domain' });
      },
    };
  }
  const seconds = (until: number): number => Math.ceil((until - now()) / 1000);
  return {
    'POST mailbox-challenges': async ({ body }) => {
      const email = readEmail(readBody(mailboxChallengeRequestSchema, body).email);
      if (!isAllowedMailbox(email, [...library.mailboxDomains])) throw fieldProblem({ field: 'email', code: 'domain' });
      const address = await sha256(email.toLowerCase());
      const challenge = opaque();
      const code = digits(CODE_LENGTH);
      const sent = (await library.hasMailbox?.(email)) ?? true;
      await store.exclusive(`mailbox ${address}`, async () => {
        const { lockedUntil = 0, resendAt = 0 } = (await store.get('mailbox-limit', address)) ?? {};
        if (lockedUntil > now()) throw new GatewayProblem('locked-out', { retryAfter: seconds(lockedUntil) });
        if (resendAt > now()) throw new GatewayProblem('too-many-requests', { retryAfter: seconds(resendAt) });
        const kept = { email: address, code: sent ? code : null, expiresAt: now() + CODE_LIFE * 1000, attemptsLeft: ATTEMPTS, used: false };
        await store.put('mailbox-challenge', await sha256(challenge), kept, now() + DAY);
        await store.put('mailbox-limit', address, { lockedUntil: 0, resendAt: now() + RESEND_AFTER * 1000 }, now() + DAY);
      });
      await postpone({ name: 'mail-code', email, code: sent ? code : null });
      return reply(202, mailboxChallengeSchema, { challenge, expiresIn: CODE_LIFE, codeLength: CODE_LENGTH, resendAfter: RESEND_AFTER });
    },
    'POST mailbox-challenges/:/answers': async ({ body, parameter }) => {
      const key = await sha256(parameter);
      return store.exclusive(`mailbox-challenge ${key}`, async () => {
        const test = await store.get('mailbox-challenge', key);
        if (!test) throw new GatewayProblem('not-found');
        const { lockedUntil = 0, resendAt = 0 } = (await store.get('mailbox-limit', test.email)) ?? {};
        if (lockedUntil > now()) throw new GatewayProblem('locked-out', { retryAfter: seconds(lockedUntil) });
        if (test.used || test.expiresAt <= now()) throw new GatewayProblem('expired');
        const code = readBody(mailboxAnswerSchema, body).code.replace(/\s/g, '');
        if (code === '') throw fieldProblem({ field: 'code', code: 'required' });
        const keep = (change: Partial<typeof test>): Promise<void> =>
          store.put('mailbox-challenge', key, { ...test, ...change }, now() + DAY);
        if (!(await isSame(code, test.code ?? '')) || test.code === null) {
          const attemptsLeft = test.attemptsLeft - 1;
          await keep({ attemptsLeft, used: attemptsLeft === 0 });
          if (attemptsLeft > 0) throw new GatewayProblem('code-wrong', { attemptsLeft });
          await store.put('mailbox-limit', test.email, { resendAt, lockedUntil: now() + LOCK * 1000 }, now() + DAY);
          throw new GatewayProblem('locked-out', { retryAfter: LOCK });
        }
        await keep({ used: true });
        const proof = opaque();
        await store.put('mailbox-proof', await sha256(proof), {}, now() + PROOF_LIFE * 1000);
        return reply(200, mailboxProofSchema, { proof });
      });
    },
  };
}
