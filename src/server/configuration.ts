import * as z from 'zod/mini';
import { LEVELS, pinRuleSchema, USER_ID_TYPES } from '../contracts/config.js';
import { branchSchema } from '../contracts/library.js';

const text = z.string().check(z.minLength(1));
const url = z.url();
const secret = z.string().check(z.minLength(32));
const whole = (least: number, most: number) => z.number().check(z.refine(Number.isInteger), z.gte(least), z.lte(most));

const openIdProvider = z.strictObject({
  kind: z.literal('openid'),
  issuer: url,
  clientId: text,
  clientSecret: text,
  algorithm: z.optional(z.enum(['ES256', 'RS256', 'PS256'])),
  level: z.optional(z.enum(LEVELS)),
  parameters: z.optional(z.record(z.string(), z.string())),
  homeOrganization: z.optional(text),
  needsCpr: z.optional(z.boolean()),
});
const loginBibDkProvider = z.strictObject({
  kind: z.literal('login.bib.dk'),
  url: z._default(url, 'https://login.bib.dk'),
  clientId: text,
  clientSecret: text,
  agency: z.optional(text),
});

/** What `npx library-signup gateway` reads. A value `$NAME` stands for the environment variable of that name. */
export const gatewayConfigurationSchema = z.strictObject({
  host: z._default(text, '127.0.0.1'),
  port: z._default(whole(0, 65_535), 8787),
  basePath: z._default(z.string().check(z.regex(/^\/(?:.*\/)?$/)), '/signup-api/'),
  /** Pages on other origins that may call, exactly. */
  allowedOrigins: z._default(z.array(url), []),
  /** Where logins come back to, exactly. */
  redirectUris: z.array(url).check(z.minLength(1)),
  /** Seals what is kept. Lost, everything is. */
  secret,
  library: z.strictObject({
    id: text,
    name: text,
    municipality: z.optional(z.string().check(z.regex(/^\d{3}$/))),
    userIds: z._default(z.array(z.enum(USER_ID_TYPES)), ['cpr', 'card']),
    emailAsUserId: z._default(z.boolean(), false),
    pin: z._default(pinRuleSchema, { minLength: 4, maxLength: 4, weak: 'refuse' }),
    minimumAge: z._default(whole(0, 120), 18),
    homeOrganization: z.optional(text),
    terms: z.optional(text),
    mailboxDomains: z._default(z.array(text), []),
    /** The page that mailed links open. */
    pageUrl: url,
  }),
  providers: z.record(z.string(), z.discriminatedUnion('kind', [openIdProvider, loginBibDkProvider])),
  store: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('embedded'), folder: z.optional(text) }),
    z.strictObject({ kind: z.literal('postgres'), url: text }),
  ]),
  librarySystem: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('postgres'), branches: z.array(branchSchema).check(z.minLength(1)) }),
    z.strictObject({ kind: z.literal('fbs'), url, isil: text, username: text, password: text }),
  ]),
  /** Without it mails wait in the outbox. */
  mail: z.optional(z.strictObject({ url: text, from: text, perSecond: z._default(whole(1, 1_000), 50) })),
  /** Host pages whose back ends redeem logins: client ID and secret. */
  hosts: z._default(z.record(z.string(), secret), {}),
});
export type GatewayConfiguration = z.infer<typeof gatewayConfigurationSchema>;

/** What can't be run, with a line for each value that is missing or wrong. */
export class ConfigurationError extends Error {
  readonly mistakes: readonly string[];
  constructor(mistakes: readonly string[]) {
    super(mistakes.join('\n'));
    this.mistakes = mistakes;
  }
}

/** Puts environment variables in the place of `$NAME`, and says which of them are not set. */
function fillIn(value: unknown, environment: Readonly<Record<string, string | undefined>>, path: string, mistakes: string[]): unknown {
  if (typeof value === 'string' && /^\$[A-Z][A-Z\d_]*$/.test(value)) {
    const filled = environment[value.slice(1)];
    if (filled === undefined || filled === '') mistakes.push(`${path}: the environment variable ${value.slice(1)} is not set`);
    return filled ?? '';
  }
  if (Array.isArray(value)) return value.map((one, at) => fillIn(one, environment, `${path}[${at}]`, mistakes));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, fillIn(one, environment, path === '' ? key : `${path}.${key}`, mistakes)]),
  );
}

function describe(issue: z.core.$ZodIssue): string[] {
  const path =
    issue.path
      .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
      .join('')
      .replace(/^\./, '') || 'configuration';
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => `${path === 'configuration' ? key : `${path}.${key}`}: unknown key`);
    case 'invalid_type':
      return [`${path}: expected ${issue.expected}`];
    case 'invalid_value':
      return [`${path}: expected ${issue.values.join(' or ')}`];
    case 'invalid_union':
      return [`${path}.kind: is missing or unknown`];
    case 'too_small':
      return [`${path}: is too short, ${String(issue.minimum)} at least`];
    case 'invalid_format':
      return [`${path}: expected ${issue.format === 'url' ? 'an address' : `a text like ${issue.pattern ?? issue.format}`}`];
    default:
      return [`${path}: is not right`];
  }
}

/** Throws a {@link ConfigurationError} that names everything which is wrong. */
export function readGatewayConfiguration(value: unknown, environment: Readonly<Record<string, string | undefined>>): GatewayConfiguration {
  const mistakes: string[] = [];
  const { success, data, error } = gatewayConfigurationSchema.safeParse(fillIn(value, environment, '', mistakes));
  const unset = new Set(mistakes.map((line) => line.split(':')[0]));
  if (!success) mistakes.push(...error.issues.flatMap(describe).filter((line) => !unset.has(line.split(':')[0] ?? '')));
  if (mistakes.length > 0 || !success) throw new ConfigurationError(mistakes);
  return data;
}
