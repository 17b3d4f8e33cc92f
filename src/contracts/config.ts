import * as z from 'zod/mini';
import { filledLine, filledListOf, line, listOf, paragraph, recordOf, wholeNumber } from './limits.js';
import { byLanguage, localizedText, localizedUrl, safeUrl } from './localized.js';

/** What a library can use as user ID. */
export const USER_ID_TYPES = ['cpr', 'card', 'email', 'local'] as const;
export const AUDIENCE_KINDS = ['adult', 'child', 'campus', 'hospital', 'private'] as const;
export const BROKER_NAMES = ['idura', 'signicat', 'neb', 'bibdk', 'generic'] as const;
export const LEVELS = ['low', 'substantial', 'high'] as const;

/** Of providers, audiences and what else is named in a configuration. */
export const NAME = /^[\w.-]+$/;
const id = z.string().check(z.regex(NAME), z.maxLength(100));
const age = wholeNumber(0, 120);

/** Becomes a link, so it may hold what a phone number is written with and nothing else. */
const phoneLink = z.string().check(z.regex(/^\+?[\d\s().-]{3,30}$/));
/** Becomes a link, so no header of a mail may follow the address. */
const mailLink = z.string().check(z.regex(/^[^\s?&#%@:/<>"]{1,64}@[^\s?&#%@:/<>"]{1,255}$/));

const contactSchema = z.strictObject({
  phone: z.optional(phoneLink),
  email: z.optional(mailLink),
  url: z.optional(localizedUrl),
});

const librarySchema = z.strictObject({
  /** ISIL, e.g. `DK-710100`. */
  id,
  name: localizedText,
  url: z.optional(localizedUrl),
  /** Three digits, as in the list of Danish municipalities. */
  municipality: z.optional(z.string().check(z.regex(/^\d{3,4}$/))),
  contact: z.optional(contactSchema),
  userIds: z._default(listOf(z.enum(USER_ID_TYPES), 4), ['cpr']),
  /** Years without a loan after which the account is deleted. */
  inactiveYears: z.optional(wholeNumber(1, 100)),
});

const gatewaySchema = z.strictObject({
  type: z.enum(['http']),
  url: safeUrl,
  credentials: z._default(z.enum(['omit', 'same-origin', 'include']), 'omit'),
});

/** One identity provider. `adapter` names a registered provider; the rest is what that adapter reads. */
export const providerSchema = z.strictObject({
  adapter: id,
  broker: z.optional(z.enum(BROKER_NAMES)),
  issuer: z.optional(safeUrl),
  /** Absent: the gateway starts the hand-off (`POST authorizations`). */
  authorizationEndpoint: z.optional(safeUrl),
  clientId: z.optional(filledLine),
  scope: z.optional(line),
  level: z.optional(z.enum(LEVELS)),
  /** Shown on the button of providers that have no wording of their own. */
  label: z.optional(localizedText),
  /** Sent along as they are; never the standard parameters, which stay the adapter's. */
  parameters: z.optional(recordOf(paragraph)),
  /** WAYF: entity ID of the institution to go straight to. */
  institution: z.optional(line),
  /** WAYF: `schacHomeOrganization` that the gateway expects. */
  homeOrganization: z.optional(line),
  /** login.bib.dk: the library that the login is locked to. */
  agency: z.optional(line),
  /** NemID: the provider that does the job today. */
  replacedBy: z.optional(id),
  /** NemID: run the historic flow against a test broker. */
  simulate: z.optional(z.boolean()),
});

const identitySchema = z.strictObject({
  mode: z._default(z.enum(['redirect', 'popup']), 'redirect'),
  /** Default: the page, without query and fragment. */
  redirectUri: z.optional(safeUrl),
  providers: recordOf(providerSchema),
});

const mailboxSchema = z.strictObject({
  adapter: id,
  domains: filledListOf(filledLine, 50),
  orderUrl: z.optional(safeUrl),
});

const audienceSchema = z.strictObject({
  id,
  kind: z.enum(AUDIENCE_KINDS),
  providers: filledListOf(id, 20),
  label: z.optional(localizedText),
  description: z.optional(localizedText),
  icon: z.optional(id),
  minimumAge: z.optional(age),
  maximumAge: z.optional(age),
  /** Child: offer the printed form too. */
  paper: z.optional(z.boolean()),
  /** Campus: what to bring to the desk. */
  documents: z.optional(listOf(z.enum(['student-card', 'au-id', 'employee-card', 'photo-id']), 4)),
  mailbox: z.optional(mailboxSchema),
});

const pinLength = wholeNumber(4, 12);

/** The library's rule for a PIN: digits only, a length, and what to do about a PIN that is easy to guess. */
export const pinRuleSchema = z.strictObject({
  minLength: z._default(pinLength, 4),
  maxLength: z._default(pinLength, 4),
  weak: z._default(z.enum(['refuse', 'advise']), 'refuse'),
});

/** Of a library that doesn't register patrons here, but lets them make a new PIN. */
export const PIN_RULE = { minLength: 4, maxLength: 4, weak: 'refuse' } as const;

const registerSchema = z.strictObject({
  audiences: filledListOf(audienceSchema, 20),
  pin: z._default(pinRuleSchema, PIN_RULE),
  phone: z._default(z.enum(['required', 'optional', 'hidden']), 'optional'),
  sms: z._default(z.boolean(), true),
  terms: z.optional(z.strictObject({ version: filledLine, url: localizedUrl })),
});

const recoverSchema = z.strictObject({
  routes: z._default(filledListOf(z.enum(['login', 'email']), 2), ['login', 'email']),
  /** Providers offered for finding a user ID or making a new PIN; default: every provider that is not a mere redirection. */
  providers: z.optional(listOf(id, 20)),
  emailAsUserId: z._default(z.boolean(), false),
});

const loginSchema = z.strictObject({
  /** Whether a library can be searched for; else it is the one of this configuration, or that of the attribute `library`. */
  directory: z._default(z.boolean(), true),
  /** Whether one may order without logging in, where the library allows it. */
  guest: z._default(z.boolean(), false),
  /** `redirect`: CPR number and PIN are asked for at login.bib.dk, and not on this page. */
  libraryLogin: z._default(z.enum(['card', 'redirect']), 'card'),
  /** How the login is handed over to the host's back end; default: it is not. */
  handover: z.optional(z.strictObject({ mode: z._default(z.enum(['post', 'event', 'cookie', 'none']), 'post'), url: z.optional(safeUrl) })),
});

/** Rules across the configuration; `config/issues.ts` says in words what breaks one. */
export type ConfigRule = 'unknown' | 'twice' | 'hospital' | 'name' | 'other' | 'closed' | 'endpoint' | 'order' | 'handover';

export const configSchema = z
  .strictObject({
    $schema: z.optional(line),
    version: z.literal(1),
    library: librarySchema,
    gateway: gatewaySchema,
    identity: identitySchema,
    register: z.optional(registerSchema),
    recover: z.optional(recoverSchema),
    login: z.optional(loginSchema),
    /** Overrides by language and key. */
    texts: z.optional(byLanguage(recordOf(paragraph))),
  })
  .check(({ value, issues }) => {
    const { identity, register, recover, login } = value;
    const known = (name: string): boolean => Object.hasOwn(identity.providers, name);
    const refuse = (isWrong: boolean, path: (string | number)[], message: ConfigRule): void => {
      if (isWrong) issues.push({ code: 'custom', input: value, path, message });
    };
    const refuseUnknown = (names: readonly string[], path: (string | number)[]): void =>
      names.forEach((name, at) => refuse(!known(name), [...path, at], 'unknown'));
    const seen: string[] = [];
    register?.audiences.forEach(({ id: name, providers, kind, mailbox }, index) => {
      const path = ['register', 'audiences', index];
      refuse(seen.includes(name), [...path, 'id'], 'twice');
      seen.push(name);
      refuseUnknown(providers, [...path, 'providers']);
      refuse(kind === 'hospital' && !mailbox, [...path, 'mailbox'], 'hospital');
    });
    refuseUnknown(recover?.providers ?? [], ['recover', 'providers']);
    for (const [name, { adapter, simulate, replacedBy, authorizationEndpoint, clientId }] of Object.entries(identity.providers)) {
      const path = ['identity', 'providers', name];
      refuse(!NAME.test(name), path, 'name');
      refuse(replacedBy !== undefined && (!known(replacedBy) || replacedBy === name), [...path, 'replacedBy'], 'other');
      refuse(adapter === 'nemid' && simulate !== true && replacedBy === undefined, [...path, 'replacedBy'], 'closed');
      refuse(authorizationEndpoint !== undefined && clientId === undefined, [...path, 'clientId'], 'endpoint');
    }
    refuse(login?.handover?.mode === 'post' && login.handover.url === undefined, ['login', 'handover', 'url'], 'handover');
    const { minLength, maxLength } = register?.pin ?? PIN_RULE;
    refuse(minLength > maxLength, ['register', 'pin', 'minLength'], 'order');
  });

export type SignupConfig = z.infer<typeof configSchema>;
/** What an integrator writes: like {@link SignupConfig}, with everything that has a default optional. */
export type SignupConfigInput = z.input<typeof configSchema>;
/**
 * The same as a JSON module has it, in which the compiler knows a `1` only as a number and a name only as a string: `import config from './signup.json'`.
 */
export type SignupConfigJson = FromJson<SignupConfigInput>;
type FromJson<T> = T extends string
  ? string
  : T extends number
    ? number
    : T extends readonly (infer Item)[]
      ? FromJson<Item>[]
      : T extends object
        ? { [Key in keyof T]: FromJson<T[Key]> }
        : T;
export type ProviderConfig = z.infer<typeof providerSchema>;
export type Audience = z.infer<typeof audienceSchema>;
export type MailboxConfig = z.infer<typeof mailboxSchema>;
export type LoginConfig = z.infer<typeof loginSchema>;
export type PinRule = z.infer<typeof pinRuleSchema>;
export type BrokerName = (typeof BROKER_NAMES)[number];
export type Level = (typeof LEVELS)[number];
export type UserIdType = (typeof USER_ID_TYPES)[number];
