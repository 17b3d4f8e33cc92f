import type * as z from 'zod/mini';
import { capabilitiesSchema } from '../contracts/capabilities.js';
import { applicationReceiptSchema, childApplicationSchema } from '../contracts/child.js';
import { librariesSchema, librarySchema } from '../contracts/directory.js';
import { branchesSchema, servicePointsSchema } from '../contracts/library.js';
import {
  attachRequestSchema,
  guestOrderRequestSchema,
  guestOrderSchema,
  handoverRequestSchema,
  handoverSchema,
  linkIntentRequestSchema,
  linkIntentSchema,
  linkOfferSchema,
  orderCheckSchema,
  profileIdsSchema,
  profileSchema,
  redemptionRequestSchema,
  redemptionSchema,
} from '../contracts/login.js';
import { mailboxAnswerSchema, mailboxChallengeRequestSchema, mailboxChallengeSchema, mailboxProofSchema } from '../contracts/mailbox.js';
import { patronRequestSchema, registrationSchema } from '../contracts/patron.js';
import { acceptedSchema, emailRequestSchema, pinChangeSchema, pinOrderSchema } from '../contracts/pin.js';
import type { ProblemCode } from '../contracts/problem.js';
import { authorizationRequestSchema, authorizationSchema, sessionRequestSchema, sessionSchema } from '../contracts/session.js';
import { userIdRequestSchema, userIdsSchema } from '../contracts/user-id.js';

export interface Call {
  readonly summary: string;
  readonly group: 'session' | 'adult' | 'child' | 'pins' | 'ids' | 'mailbox' | 'login' | 'handover';
  /** `session`: the bearer's token; `session?`: with or without; `host`: client ID and secret of a host's back end. */
  readonly auth?: 'session' | 'session?' | 'host';
  readonly query?: Readonly<Record<string, string>>;
  readonly request?: { readonly schema: z.ZodMiniType; readonly example: unknown };
  /** By status; `null` has no body. */
  readonly answers: Readonly<Record<number, { readonly schema: z.ZodMiniType | null; readonly example?: unknown }>>;
  /** Besides those that every call may answer. */
  readonly problems: readonly ProblemCode[];
}

const SESSION = {
  token: '9f2c…',
  expiresIn: 1200,
  person: { name: 'Astrid Prøvensen', age: 40, birthDate: '1986-03-12', hasCpr: true, municipality: { code: '101', name: 'København' } },
  patron: { status: 'none' },
  library: 'DK-710100',
  method: 'eid',
};
const BRANCH = {
  id: 'DK-710100-1',
  name: 'Hovedbiblioteket',
  address: { street: 'Krystalgade 15', postalCode: '1172', city: 'København K' },
};
const LIBRARY = {
  id: 'DK-710100',
  name: 'Københavns Biblioteker',
  city: 'København',
  kind: 'public',
  userIds: ['cpr', 'card'],
  policy: { login: true, culr: true },
};
const CONTACT = { email: 'astrid@post.example', phone: '20304050', sms: true, branch: 'DK-710100-1', pin: '2580', language: 'da' };
const NONE = { schema: null };
const ACCEPTED = { schema: acceptedSchema, example: {} };
const CHALLENGE = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';

/** Every call of the contract: what its OpenAPI document is made of. */
export const CALLS: Readonly<Record<string, Call>> = {
  'GET capabilities': {
    summary: 'What this gateway can',
    group: 'session',
    answers: {
      200: {
        schema: capabilitiesSchema,
        example: {
          calls: ['GET capabilities', 'POST sessions', 'POST patrons'],
          userIds: ['cpr'],
          pin: { minLength: 4, maxLength: 4, weak: 'refuse' },
          mailsPinLink: false,
          tellsExpiredLink: false,
        },
      },
    },
    problems: [],
  },
  'POST authorizations': {
    summary: 'Start a login at a provider that the browser does not start by itself',
    group: 'session',
    request: {
      schema: authorizationRequestSchema,
      example: {
        provider: 'mitid',
        redirectUri: 'https://library.example/sign-up',
        state: 'af0ifjsldkj',
        nonce: 'n-0S6_WzA2Mj',
        codeChallenge: CHALLENGE,
        language: 'da',
      },
    },
    answers: { 201: { schema: authorizationSchema, example: { url: 'https://broker.example/authorize?request_uri=urn:…' } } },
    problems: ['proof-invalid', 'field-invalid', 'provider-failed'],
  },
  'POST sessions': {
    summary: 'Redeem a login, or user ID and PIN',
    group: 'session',
    request: {
      schema: sessionRequestSchema,
      example: {
        method: 'code',
        provider: 'mitid',
        code: 'SplxlOBeZQQYbYS6WxSbIA',
        codeVerifier: 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk',
        nonce: 'n-0S6_WzA2Mj',
        redirectUri: 'https://library.example/sign-up',
      },
    },
    answers: { 201: { schema: sessionSchema, example: SESSION } },
    problems: [
      'proof-invalid',
      'not-permitted',
      'blocked',
      'library-unknown',
      'credentials-wrong',
      'locked-out',
      'field-invalid',
      'provider-failed',
    ],
  },
  'GET sessions/current': {
    summary: 'Who is logged in; extends the session',
    group: 'session',
    auth: 'session',
    answers: { 200: { schema: sessionSchema, example: SESSION } },
    problems: ['session-expired'],
  },
  'DELETE sessions/current': {
    summary: 'End the session',
    group: 'session',
    auth: 'session',
    answers: { 204: NONE },
    problems: ['session-expired'],
  },
  'GET branches': {
    summary: 'Pick-up branches',
    group: 'adult',
    answers: { 200: { schema: branchesSchema, example: { branches: [BRANCH] } } },
    problems: [],
  },
  'POST patrons': {
    summary: 'Register who is logged in',
    group: 'adult',
    auth: 'session',
    request: { schema: patronRequestSchema, example: CONTACT },
    answers: {
      201: { schema: registrationSchema, example: { userId: { type: 'cpr', hint: '120386-••••' }, resident: true, card: 'health-card' } },
    },
    problems: [
      'session-expired',
      'under-age',
      'blocked',
      'not-permitted',
      'mailbox-required',
      'no-registry-data',
      'already-patron',
      'field-invalid',
    ],
  },
  'POST child-applications': {
    summary: 'Apply for a child, as the guardian who is logged in',
    group: 'child',
    auth: 'session',
    request: {
      schema: childApplicationSchema,
      example: { ...CONTACT, child: { cpr: '7105155123', name: 'Viggo Prøvensen' }, relation: 'parent', acceptedLiability: true },
    },
    answers: { 202: { schema: applicationReceiptSchema, example: { reference: 'B-2026-00017' } } },
    problems: ['session-expired', 'under-age', 'no-registry-data', 'field-invalid'],
  },
  'POST pin-orders': {
    summary: 'Mail a new PIN; the same answer for everyone',
    group: 'pins',
    auth: 'session?',
    request: { schema: pinOrderSchema, example: { userId: '7203861234' } },
    answers: { 202: ACCEPTED },
    problems: ['session-expired', 'field-invalid'],
  },
  'PUT patrons/me/pin': {
    summary: 'Choose another PIN',
    group: 'pins',
    auth: 'session',
    request: { schema: pinChangeSchema, example: { pin: '8413' } },
    answers: { 204: NONE },
    problems: ['session-expired', 'blocked', 'not-found', 'field-invalid'],
  },
  'POST pin-resets': {
    summary: 'Mail a link for a new PIN; the same answer for everyone',
    group: 'pins',
    request: { schema: emailRequestSchema, example: { email: 'astrid@post.example' } },
    answers: { 202: ACCEPTED },
    problems: ['field-invalid'],
  },
  'PUT pin-resets/{token}': {
    summary: 'Choose a PIN by a mailed link',
    group: 'pins',
    request: { schema: pinChangeSchema, example: { pin: '8413' } },
    answers: { 204: NONE },
    problems: ['not-found', 'expired', 'field-invalid'],
  },
  'POST mailbox-challenges': {
    summary: 'Mail a code to a mailbox; the same answer for everyone',
    group: 'mailbox',
    request: { schema: mailboxChallengeRequestSchema, example: { purpose: 'kaldemail', email: 'name@auh.rm.dk' } },
    answers: { 202: { schema: mailboxChallengeSchema, example: { challenge: '3b1f…', expiresIn: 600, codeLength: 6, resendAfter: 30 } } },
    problems: ['field-invalid', 'locked-out'],
  },
  'POST mailbox-challenges/{challenge}/answers': {
    summary: 'Prove a mailbox by its code',
    group: 'mailbox',
    request: { schema: mailboxAnswerSchema, example: { code: '123456' } },
    answers: { 200: { schema: mailboxProofSchema, example: { proof: 'c0de…' } } },
    problems: ['not-found', 'expired', 'code-wrong', 'locked-out', 'field-invalid'],
  },
  'GET user-ids': {
    summary: 'What the patron logs in with, masked',
    group: 'ids',
    auth: 'session',
    answers: { 200: { schema: userIdsSchema, example: { userIds: [{ type: 'cpr', hint: '120386-••••' }] } } },
    problems: ['session-expired'],
  },
  'POST user-ids': {
    summary: 'Log in with the e-mail address as well',
    group: 'ids',
    auth: 'session',
    request: { schema: userIdRequestSchema, example: { type: 'email', email: 'astrid@post.example' } },
    answers: { 202: ACCEPTED },
    problems: ['session-expired', 'not-permitted', 'account-mismatch', 'already-linked', 'field-invalid'],
  },
  'POST user-id-reminders': {
    summary: 'Mail the user IDs; the same answer for everyone',
    group: 'ids',
    request: { schema: emailRequestSchema, example: { email: 'astrid@post.example' } },
    answers: { 202: ACCEPTED },
    problems: ['field-invalid'],
  },
  'GET service-points': {
    summary: 'Desks',
    group: 'ids',
    answers: { 200: { schema: servicePointsSchema, example: { servicePoints: [BRANCH] } } },
    problems: [],
  },
  'GET libraries': {
    summary: 'Find a library',
    group: 'login',
    query: {
      q: 'What is typed',
      purpose: '`login`, `order` or `libraries`',
      limit: 'At most 50; 20 by default',
      cursor: '`next` of the answer before',
    },
    answers: { 200: { schema: librariesSchema, example: { libraries: [LIBRARY], next: '20' } } },
    problems: [],
  },
  'GET libraries/{id}': {
    summary: 'One library',
    group: 'login',
    answers: { 200: { schema: librarySchema, example: LIBRARY } },
    problems: ['library-unknown'],
  },
  'GET profiles/me': {
    summary: 'Libraries of the profile',
    group: 'login',
    auth: 'session',
    answers: {
      200: {
        schema: profileSchema,
        example: { libraries: [{ id: 'DK-710100', name: 'Københavns Biblioteker', kind: 'public', removable: false }] },
      },
    },
    problems: ['session-expired', 'not-permitted', 'not-found'],
  },
  'POST profiles': {
    summary: 'Make a profile, or find the one that there is',
    group: 'login',
    auth: 'session',
    answers: {
      200: { schema: profileIdsSchema, example: { libraries: ['DK-710100'] } },
      201: { schema: profileIdsSchema, example: { libraries: [] } },
    },
    problems: ['session-expired', 'not-permitted'],
  },
  'POST link-intents': {
    summary: 'Keep the proof of a card for the login that follows',
    group: 'login',
    auth: 'session',
    request: { schema: linkIntentRequestSchema, example: { codeChallenge: CHALLENGE } },
    answers: { 201: { schema: linkIntentSchema, example: { intent: '77aa…', expiresIn: 900 } } },
    problems: ['session-expired', 'not-permitted', 'field-invalid'],
  },
  'PUT profiles/me/libraries/{id}': {
    summary: 'Attach a library to the profile',
    group: 'login',
    auth: 'session',
    request: { schema: attachRequestSchema, example: { intent: '77aa…' } },
    answers: { 200: { schema: profileIdsSchema, example: { libraries: ['DK-710100', 'DK-830001'] } } },
    problems: [
      'session-expired',
      'not-permitted',
      'library-unknown',
      'not-attachable',
      'expired',
      'account-mismatch',
      'already-linked',
      'field-invalid',
    ],
  },
  'DELETE profiles/me/libraries/{id}': {
    summary: 'Detach a library',
    group: 'login',
    auth: 'session',
    answers: { 204: NONE },
    problems: ['session-expired', 'not-permitted'],
  },
  'PUT sessions/current/link-offer': {
    summary: 'Ask no more whether to link this card',
    group: 'login',
    auth: 'session',
    request: { schema: linkOfferSchema, example: { ask: false, days: 90 } },
    answers: { 204: NONE },
    problems: ['session-expired', 'not-permitted', 'field-invalid'],
  },
  'POST order-checks': {
    summary: 'The PIN of a library, for an order there',
    group: 'login',
    auth: 'session',
    request: { schema: orderCheckSchema, example: { library: 'DK-830001', pin: '2580' } },
    answers: { 204: NONE },
    problems: ['session-expired', 'library-unknown', 'not-found', 'credentials-wrong', 'locked-out', 'field-invalid'],
  },
  'POST guest-orders': {
    summary: 'Order without a login',
    group: 'login',
    request: {
      schema: guestOrderRequestSchema,
      example: { library: 'DK-830002', fields: { userName: 'Astrid Prøvensen', userId: '1234' } },
    },
    answers: { 202: { schema: guestOrderSchema, example: { reference: 'O-00012' } } },
    problems: ['not-permitted', 'library-unknown', 'locked-out', 'field-invalid'],
  },
  'POST handovers': {
    summary: 'A code for the host’s back end',
    group: 'handover',
    auth: 'session',
    request: { schema: handoverRequestSchema, example: { challenge: CHALLENGE } },
    answers: { 201: { schema: handoverSchema, example: { code: '55ee…', expiresIn: 60 } } },
    problems: ['session-expired', 'field-invalid'],
  },
  'POST handovers/redemptions': {
    summary: 'What the host’s back end is told, once',
    group: 'handover',
    auth: 'host',
    request: { schema: redemptionRequestSchema, example: { code: '55ee…', verifier: 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk' } },
    answers: {
      200: { schema: redemptionSchema, example: { subject: 'Zk3…', method: 'eid', profile: 'linked', patron: { status: 'active' } } },
    },
    problems: ['session-expired', 'proof-invalid', 'field-invalid'],
  },
};
