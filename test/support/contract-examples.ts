import { readdirSync, readFileSync } from 'node:fs';
import { copenhagenBranches } from '../../mocks/branches/copenhagen.js';
import { createMockIdentify, encodeMockCode } from '../../mocks/identify.js';
import { createMockLibrary } from '../../mocks/library.js';
import { personas } from '../../mocks/personas.js';
import { SESSION, TEST_CONFIG } from './flow.js';

const libraries = new URL('../../demo/libraries/', import.meta.url);
const configurations = readdirSync(libraries)
  .filter((name) => name.endsWith('.json'))
  .map((name): unknown => JSON.parse(readFileSync(new URL(name, libraries), 'utf8')));

const FULL_CONFIG = {
  ...TEST_CONFIG,
  $schema: 'https://library.example/schema.json',
  identity: {
    mode: 'popup',
    redirectUri: '/return',
    providers: {
      mitid: { adapter: 'mitid', broker: 'generic', issuer: 'https://broker.example', level: 'substantial', parameters: { acr: 'x' } },
      nemid: { adapter: 'nemid', replacedBy: 'mitid', simulate: false },
    },
  },
  register: {
    audiences: [
      { id: 'hospital', kind: 'hospital', providers: ['mitid'], mailbox: { adapter: 'kaldemail', domains: ['hospital.example'] } },
      { id: 'child', kind: 'child', providers: ['mitid', 'nemid'], minimumAge: 18, maximumAge: 120, paper: true, documents: ['photo-id'] },
    ],
    pin: { minLength: 4, maxLength: 6 },
  },
  recover: { routes: ['login'], providers: ['nemid'] },
  login: {},
  texts: { da: { 'register.done.heading': 'Velkommen' } },
};

const position = {
  flow: 'register',
  step: 'register.details',
  trail: ['register.identify'],
  answers: { hasCpr: 'yes' },
  draft: { email: 'a@b.example', sms: true },
};
const secrets = { state: 's', nonce: 'n', redirectUri: 'https://library.example/' };
const contact = { email: 'ny@post.example', phone: '+4520123456', sms: false, branch: 'DK-710100', pin: '2580', language: 'da' };

/** Values that one schema or another accepts, beside those that travel between the flow and the mock library. */
const WRITTEN: unknown[] = [
  ...configurations,
  TEST_CONFIG,
  FULL_CONFIG,
  SESSION,
  'https://library.example/',
  '/relative',
  { da: 'Navn', en: 'Name' },
  { da: '/kontakt' },
  position,
  { ...position, origin: { step: 'register.identify', trail: [], answers: {} }, mailboxProof: 'p' },
  { version: 1, savedAt: 1, position },
  { version: 1, createdAt: 1, owner: 'o', provider: 'mitid', codeVerifier: 'v', mode: 'redirect', position, ...secrets },
  { provider: 'mitid', codeChallenge: 'c', language: 'en', ...secrets },
  { method: 'library-card', library: 'DK-1', userId: '1', pin: '1' },
  { method: 'host', provider: 'host', token: 't' },
  { url: 'https://broker.example/' },
  { child: { cpr: '700112-0000', name: 'Barn' }, relation: 'parent', acceptedLiability: true, ...contact },
  { userId: { type: 'card', hint: '1••••', label: 'Kort' }, resident: false, card: 'temporary' },
  { userIds: [{ type: 'cpr', hint: '••••' }] },
  SESSION.person,
  { type: 'email', hint: 'a•••@b.example' },
  { reference: 'B-1' },
  { pin: '1234' },
  { type: 'email', email: 'a@b.example' },
  { purpose: 'kaldemail', email: 'a@hospital.example' },
  { challenge: 'c', expiresIn: 600, codeLength: 6, resendAfter: 30 },
  { code: '123456' },
  { proof: 'p' },
  { adapter: 'wayf', label: 'WAYF', institution: 'https://idp.example' },
  { minLength: 4, maxLength: 8, weak: 'advise' },
  {
    id: 'DK-1',
    name: 'Bib',
    kind: 'public',
    userIds: ['cpr'],
    policy: { login: true, culr: false, guestFields: [{ name: 'cpr', required: true }] },
  },
  { day: 1, opens: '08:00', closes: '24:00' },
  { title: 'T', status: 422, code: 'field-invalid', errors: [{ field: 'pin', code: 'weak' }] },
  { branches: copenhagenBranches.slice(0, 2) },
  { servicePoints: copenhagenBranches.slice(0, 2) },
  ...copenhagenBranches.slice(0, 3),
  ...personas.map(({ claims }) => claims),
];

/** Every body of a registration by each test person, as the mock library takes and gives it. */
async function travelling(): Promise<unknown[]> {
  const library = createMockLibrary({ identify: createMockIdentify(), library: { branches: copenhagenBranches.slice(0, 3) } });
  const bodies: unknown[] = [];
  const call = async (line: string, token?: string, body?: unknown): Promise<Record<string, unknown>> => {
    const [method, path] = line.split(' ') as [string, string];
    const headers: Record<string, string> = token ? { Authorization: `Bearer ${token}` } : {};
    const request = new Request(`https://gateway.example/api/${path}`, {
      method,
      headers,
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await (await library.fetch(request, '/api/')).text();
    const answer = (text ? JSON.parse(text) : {}) as Record<string, unknown>;
    if (body) bodies.push(body);
    bodies.push(answer);
    return answer;
  };
  for (const { id, providers } of personas) {
    const proof = {
      method: 'code',
      provider: providers[0],
      code: encodeMockCode(id),
      codeVerifier: 'v',
      nonce: 'n',
      redirectUri: 'https://library.example/',
    };
    const { token } = await call('POST sessions', undefined, proof);
    await call('GET branches');
    if (typeof token !== 'string') continue;
    await call('POST patrons', token, contact);
    await call('GET patrons/current/user-ids', token);
  }
  return bodies;
}

/** Each once. */
export async function contractExamples(): Promise<unknown[]> {
  const all = [...WRITTEN, ...(await travelling())].map((one) => JSON.stringify(one));
  return [...new Set(all)].map((text): unknown => JSON.parse(text));
}
