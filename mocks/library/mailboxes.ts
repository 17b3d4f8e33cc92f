import {
  mailboxChallengeSchema,
  mailboxProofSchema,
  mailboxAnswerSchema,
  mailboxChallengeRequestSchema,
} from '../../src/contracts/mailbox.js';
import { isAllowedMailbox } from '../../src/domain/mailbox.js';
import { personas, type Persona } from '../personas.js';
import { fieldProblem, LibraryProblem } from '../problem.js';
import { readBody, reply, type Routes } from './route.js';
import { digits, opaque, type LibraryState } from './state.js';
import { readEmail } from './user-ids.js';

const CODE_LENGTH = 6;
/** Seconds. */
const CODE_LIFE = 600;
const RESEND_AFTER = 30;
const LOCK = 900;
const PROOF_LIFE = 1_800;
const ATTEMPTS = 3;

/** Whether the hospital's mail system has the mailbox. Addresses that begin with `ukendt` or `unknown` do not exist. */
function exists(email: string): boolean {
  const known = (personas as readonly Persona[]).some(({ claims }) => claims.email?.toLowerCase() === email.toLowerCase());
  return known || !/^(ukendt|unknown)/i.test(email);
}

export function mailboxRoutes({ profile, mailbox, mailboxTests, mailboxLimits, mailboxProofs, now }: LibraryState): Routes {
  const seconds = (until: number): number => Math.ceil((until - now()) / 1000);
  return {
    'POST mailbox-challenges': ({ body }) => {
      const email = readEmail(readBody(mailboxChallengeRequestSchema, body).email);
      if (!isAllowedMailbox(email, profile.mailboxDomains)) throw fieldProblem({ field: 'email', code: 'domain' });
      const address = email.toLowerCase();
      const { lockedUntil = 0, resendAt = 0 } = mailboxLimits.get(address) ?? {};
      if (lockedUntil > now()) throw new LibraryProblem('locked-out', { retryAfter: seconds(lockedUntil) });
      if (resendAt > now()) throw new LibraryProblem('too-many-requests', { retryAfter: seconds(resendAt) });
      const code = digits(CODE_LENGTH);
      const challenge = opaque();
      const sent = exists(email);
      mailboxTests.set(challenge, {
        email: address,
        code: sent ? code : null,
        expiresAt: now() + CODE_LIFE * 1000,
        attemptsLeft: ATTEMPTS,
        used: false,
      });
      mailboxLimits.set(address, { lockedUntil: 0, resendAt: now() + RESEND_AFTER * 1000 });
      if (sent) mailbox.send(email, 'code', 'da', { code });
      return reply(202, mailboxChallengeSchema, { challenge, expiresIn: CODE_LIFE, codeLength: CODE_LENGTH, resendAfter: RESEND_AFTER });
    },
    'POST mailbox-challenges/:/answers': ({ body, parameter }) => {
      const test = mailboxTests.get(parameter);
      if (!test) throw new LibraryProblem('not-found');
      const { lockedUntil = 0, resendAt = 0 } = mailboxLimits.get(test.email) ?? {};
      if (lockedUntil > now()) throw new LibraryProblem('locked-out', { retryAfter: seconds(lockedUntil) });
      if (test.used || test.expiresAt <= now()) throw new LibraryProblem('expired');
      const code = readBody(mailboxAnswerSchema, body).code.replace(/\s/g, '');
      if (code === '') throw fieldProblem({ field: 'code', code: 'required' });
      if (code !== test.code) {
        test.attemptsLeft -= 1;
        if (test.attemptsLeft > 0) throw new LibraryProblem('code-wrong', { attemptsLeft: test.attemptsLeft });
        test.used = true;
        mailboxLimits.set(test.email, { resendAt, lockedUntil: now() + LOCK * 1000 });
        throw new LibraryProblem('locked-out', { retryAfter: LOCK });
      }
      test.used = true;
      const proof = opaque();
      mailboxProofs.set(proof, now() + PROOF_LIFE * 1000);
      return reply(200, mailboxProofSchema, { proof });
    },
  };
}
