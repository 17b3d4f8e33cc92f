import { capabilitiesSchema } from '../../contracts/capabilities.js';
import { applicationReceiptSchema } from '../../contracts/child.js';
import { librariesSchema } from '../../contracts/directory.js';
import { branchesSchema, servicePointsSchema } from '../../contracts/library.js';
import { handoverSchema, redemptionSchema } from '../../contracts/login.js';
import { mailboxChallengeSchema } from '../../contracts/mailbox.js';
import { registrationSchema } from '../../contracts/patron.js';
import { sessionSchema } from '../../contracts/session.js';
import { userIdsSchema } from '../../contracts/user-id.js';
import { Deviation, expect, expectFields, expectProblem, expectShape, expectStatus, Skipped, type Check, type Tools } from './check.js';
import type { Exchange } from './client.js';
import { rankDistance } from './rank-test.js';

const random = (): string => crypto.randomUUID();
const PARALLEL = 20;
const TIMED = 30;
/** Ranks that are further apart than this, and medians by more than a fifth, are told apart by somebody who counts. */
const APART = 4;
const VERIFIER = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
const CHALLENGE = 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM';

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const shown = ({ status, text, headers }: Exchange): string =>
  `${status} ${text} ${headers.get('Content-Type') ?? ''} ${headers.get('Retry-After') ?? ''}`;

/** Nobody can tell two answers apart: by status, headers, body, nor by when they come. */
async function expectAlike({ timing }: Tools, ask: (isKnown: boolean) => Promise<Exchange>): Promise<void> {
  const [known, unknown] = [await ask(true), await ask(false)];
  if (shown(known) !== shown(unknown))
    throw new Deviation(
      'the same answer for everyone',
      `${shown(known)} and ${shown(unknown)}`,
      `${known.request.method} ${known.request.path}`,
    );
  const times: [number[], number[]] = [[], []];
  if (!timing) return;
  for (let at = 0; at < TIMED; at += 1) {
    // In turn, so that a machine that slows down slows both.
    for (const isKnown of at % 2 === 0 ? [true, false] : [false, true]) times[isKnown ? 0 : 1].push((await ask(isKnown)).took);
  }
  const [one, other] = times.map(median) as [number, number];
  const apart = Math.abs(rankDistance(...times));
  if (apart > APART && Math.abs(one - other) > 0.2 * Math.min(one, other) + 1)
    throw new Deviation(
      'answers that take equally long',
      `${one.toFixed(1)} ms for those that are known, ${other.toFixed(1)} ms for others`,
      `${known.request.method} ${known.request.path}`,
    );
}

const needPerson = (
  { email, userId, pin }: { email?: string | undefined; userId?: string | undefined; pin?: string | undefined },
  ...names: ('email' | 'userId' | 'pin')[]
) => {
  const facts = { email: email ?? '', userId: userId ?? '', pin: pin ?? '' };
  for (const name of names) if (facts[name] === '') throw new Skipped(`the patron has no ${name} in the file of persons`);
  return facts;
};

async function register(tools: Tools, who: string, change: Record<string, unknown> = {}, key = random()): Promise<Exchange> {
  const { token } = await tools.enter(who);
  return tools.client.call('POST patrons', { token, key, body: { ...(await tools.registration(tools.person(who))), ...change } });
}

export const CHECKS: readonly Check[] = [
  {
    id: 'capabilities',
    group: 'transport',
    title: 'says what it can',
    section: 'Capabilities',
    run: async ({ client }) => {
      const exchange = await client.call('GET capabilities');
      const { calls } = expectShape(exchange, 200, capabilitiesSchema);
      for (const name of ['POST sessions', 'GET branches']) expect(calls.includes(name), `${name} among the calls`, exchange);
    },
  },
  {
    id: 'branches',
    group: 'transport',
    title: 'lists branches, at least one',
    section: 'Calls',
    run: async ({ client }) => {
      const exchange = await client.call('GET branches');
      expect(expectShape(exchange, 200, branchesSchema).branches.length > 0, 'a branch', exchange);
    },
  },
  {
    id: 'unknown-path',
    group: 'transport',
    title: 'answers 404 with a problem to what is not there',
    section: 'Problems',
    run: async ({ client }) => expectProblem(await client.call('GET shelves'), 'not-found'),
  },
  {
    id: 'malformed-json',
    group: 'transport',
    title: 'answers 400 to what is no JSON',
    section: 'Problems',
    run: async ({ client }) => expectStatus(await client.call('POST sessions', { raw: '{"method":' }), 400),
  },
  {
    id: 'huge-body',
    group: 'transport',
    title: 'answers 413 to a body that is too large',
    section: 'Problems',
    run: async ({ client }) =>
      expectStatus(await client.call('POST sessions', { raw: JSON.stringify({ method: 'code', code: 'x'.repeat(2_000_000) }) }), 413),
  },
  {
    id: 'deep-body',
    group: 'transport',
    title: 'answers 4xx to JSON that is nested deeply',
    section: 'Problems',
    run: async ({ client }) =>
      expectStatus(await client.call('POST sessions', { raw: `${'['.repeat(4000)}${']'.repeat(4000)}` }), 400, 413, 422),
  },
  {
    id: 'media-type',
    group: 'transport',
    title: 'takes JSON only',
    section: 'Transport',
    run: async ({ client }) =>
      expectStatus(
        await client.call('POST sessions', { raw: 'method=code', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } }),
        400,
        415,
      ),
  },
  {
    id: 'cors',
    group: 'transport',
    title: 'lets a page of the library read and write',
    section: 'Transport',
    run: async ({ client, origin }) => {
      if (origin === undefined) throw new Skipped('no --origin');
      const simple = await client.call('GET branches', { headers: { Origin: origin } });
      expect(simple.headers.get('Access-Control-Allow-Origin') === origin, `Access-Control-Allow-Origin ${origin}`, simple);
      const headers = {
        Origin: origin,
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'authorization,content-type,idempotency-key',
      };
      const preflight = await client.call('OPTIONS patrons', { headers });
      expectStatus(preflight, 200, 204);
      const allowed = (preflight.headers.get('Access-Control-Allow-Headers') ?? '').toLowerCase();
      for (const name of ['authorization', 'content-type', 'idempotency-key'])
        expect(allowed.includes(name), `${name} among Access-Control-Allow-Headers`, preflight);
    },
  },
  {
    id: 'cors-others',
    group: 'transport',
    title: 'lets nobody else read',
    section: 'Transport',
    run: async ({ client }) => {
      const origin = 'https://somebody-else.example';
      const exchange = await client.call('GET branches', { headers: { Origin: origin } });
      expect(
        ![origin, '*'].includes(exchange.headers.get('Access-Control-Allow-Origin') ?? ''),
        'no Access-Control-Allow-Origin',
        exchange,
      );
    },
  },
  {
    id: 'session',
    group: 'session',
    title: 'opens a session for a proof',
    section: 'Session',
    run: async (tools) => {
      const exchange = await tools.client.call('POST sessions', { body: await tools.prove('adult') });
      const { token, expiresIn, person } = expectShape(exchange, 201, sessionSchema);
      expect(token.length >= 16, 'a token of 16 characters at least', exchange);
      expect(expiresIn <= 3600, 'a session of an hour at most', exchange);
      expect(person.hasCpr, 'hasCpr', exchange);
    },
  },
  {
    id: 'replay',
    group: 'session',
    title: 'refuses a proof that was used',
    section: 'Session',
    run: async (tools) => {
      const proof = await tools.prove('adult');
      expectStatus(await tools.client.call('POST sessions', { body: proof }), 201);
      expectProblem(await tools.client.call('POST sessions', { body: proof }), 'proof-invalid');
    },
  },
  {
    id: 'made-up-proof',
    group: 'session',
    title: 'refuses proofs that are made up, or lack nonce or verifier',
    section: 'Session',
    run: async (tools) => {
      const proof = await tools.prove('adult');
      if (proof['method'] !== 'code') throw new Skipped('the proofs are no codes');
      for (const change of [
        { code: 'made-up' },
        { codeVerifier: '' },
        { nonce: '' },
        { provider: 'nobody' },
        { redirectUri: 'https://evil.example/' },
      ])
        expectProblem(await tools.client.call('POST sessions', { body: { ...proof, ...change } }), 'proof-invalid', 'field-invalid');
    },
  },
  {
    id: 'session-life',
    group: 'session',
    title: 'knows its own tokens only, and ends a session',
    section: 'Session',
    run: async ({ client, enter }) => {
      const { token } = await enter('adult');
      expectShape(await client.call('GET sessions/current', { token }), 200, sessionSchema);
      for (const other of [undefined, 'made-up', token.slice(0, -1)])
        expectProblem(await client.call('GET sessions/current', { token: other }), 'session-expired');
      expectStatus(await client.call('DELETE sessions/current', { token }), 204);
      expectProblem(await client.call('GET sessions/current', { token }), 'session-expired');
    },
  },
  {
    id: 'session-tokens',
    group: 'session',
    title: 'gives every session a token of its own',
    section: 'Session',
    run: async ({ enter }) => {
      const [one, other] = [await enter('adult'), await enter('adult')];
      if (one.token === other.token) throw new Deviation('two tokens', 'the same twice', 'POST sessions');
    },
  },
  {
    id: 'protected-name',
    group: 'session',
    title: 'tells the name of a protected person to nobody',
    section: 'Session',
    run: async (tools) => {
      tools.person('protected');
      const exchange = await tools.client.call('POST sessions', { body: await tools.prove('protected') });
      const { person } = expectShape(exchange, 201, sessionSchema);
      expect(person.name === undefined, 'no name', exchange);
    },
  },
  {
    id: 'under-age',
    group: 'adult',
    title: 'registers nobody who is too young',
    section: 'Registration',
    needs: ['POST patrons'],
    run: async (tools) => expectProblem(await register(tools, 'seventeen'), 'under-age'),
  },
  {
    id: 'no-registry-data',
    group: 'adult',
    title: 'registers nobody whom the person registry does not know',
    section: 'Registration',
    needs: ['POST patrons'],
    run: async (tools) => expectProblem(await register(tools, 'unregistered'), 'no-registry-data'),
  },
  {
    id: 'weak-pin',
    group: 'adult',
    title: 'takes no PIN that is easy to guess, too short, or no text',
    section: 'Registration',
    needs: ['POST patrons'],
    run: async (tools) => {
      for (const pin of ['0000', '1234', '12', '', 2580, ['2580'], null]) expectFields(await register(tools, 'adult', { pin }), 'pin');
    },
  },
  {
    id: 'wrong-fields',
    group: 'adult',
    title: 'names each field that is wrong',
    section: 'Registration',
    needs: ['POST patrons'],
    run: async (tools) =>
      expectFields(await register(tools, 'adult', { email: 'nobody', branch: 'DK-000000', phone: '12' }), 'email', 'branch', 'phone'),
  },
  {
    id: 'no-session',
    group: 'adult',
    title: 'registers nobody without a session',
    section: 'Registration',
    needs: ['POST patrons'],
    run: async (tools) => {
      const body = await tools.registration(tools.person('adult'));
      expectProblem(await tools.client.call('POST patrons', { body, key: random() }), 'session-expired');
      expectProblem(await tools.client.call('POST patrons', { body, key: random(), token: 'made-up' }), 'session-expired');
    },
  },
  {
    id: 'registration',
    group: 'adult',
    title: 'registers an adult, once for a key, and binds the key to the request',
    section: 'Idempotency',
    needs: ['POST patrons'],
    run: async (tools) => {
      const { client, enter, person, registration } = tools;
      const [key, body] = [random(), await registration(person('adult'))];
      const { token } = await enter('adult');
      const other = await enter('second');
      const made = await client.call('POST patrons', { token, key, body });
      const { userId } = expectShape(made, 201, registrationSchema);
      expect(/[•*xX]/.test(userId.hint), 'a user ID that is masked', made);
      const again = await client.call('POST patrons', { token, key, body });
      expect(again.status === 201 && again.text === made.text, 'the same answer for the same key', again);
      expectProblem(await client.call('POST patrons', { token, key, body: { ...body, email: 'else@post.example' } }), 'field-invalid');
      expectProblem(await client.call('POST patrons', { token, key, body: {} }), 'field-invalid');
      const stolen = await client.call('POST patrons', { token: other.token, key, body });
      expect(stolen.status !== 201 || stolen.text !== made.text, 'no answer of another session for its key', stolen);
      expectProblem(await client.call('POST patrons', { token, key: random(), body }), 'already-patron');
      const now = await client.call('GET sessions/current', { token });
      expect((now.body?.['patron'] as { status?: string } | undefined)?.status === 'active', 'an active patron', now);
    },
  },
  {
    id: 'session-key',
    group: 'session',
    title: 'gives no session to who sends another body with its key',
    section: 'Idempotency',
    run: async (tools) => {
      const key = random();
      expectStatus(await tools.client.call('POST sessions', { key, body: await tools.prove('adult') }), 201);
      const stolen = await tools.client.call('POST sessions', { key, body: {} });
      expect(stolen.status >= 400 && !stolen.text.includes('token'), 'a refusal', stolen);
    },
  },
  {
    id: 'parallel',
    group: 'adult',
    title: `creates one patron of ${PARALLEL} that come at once`,
    section: 'Idempotency',
    needs: ['POST patrons'],
    run: async (tools) => {
      const { client, enter, person, registration } = tools;
      const body = await registration(person('third'));
      const { token } = await enter('third');
      const answers = await Promise.all(
        Array.from({ length: PARALLEL }, () => client.call('POST patrons', { token, key: random(), body })),
      );
      const made = answers.filter(({ status }) => status === 201);
      const [first] = answers;
      if (first) expect(made.length === 1, `one 201 of ${PARALLEL}, not ${made.length}`, first);
      for (const answer of answers) if (answer.status !== 201) expectProblem(answer, 'already-patron');
    },
  },
  {
    id: 'child',
    group: 'child',
    title: 'takes an application for a child, and none for an adult or for oneself',
    section: 'Children',
    needs: ['POST child-applications'],
    run: async (tools) => {
      const { client, enter, person, registration } = tools;
      const guardian = person('adult');
      const { cpr = '' } = person('child');
      const { token } = await enter('adult');
      const { pin: _pin, acceptedTerms: _terms, ...contact } = await registration(guardian);
      const body = { ...contact, child: { cpr, name: 'Viggo' }, guardian: { name: 'Astrid' }, relation: 'parent', acceptedLiability: true };
      expectShape(await client.call('POST child-applications', { token, key: random(), body }), 202, applicationReceiptSchema);
      const refuse = async (childCpr: string | undefined): Promise<void> => {
        if (childCpr === undefined) return;
        expectFields(
          await client.call('POST child-applications', {
            token,
            key: random(),
            body: { ...body, child: { cpr: childCpr, name: 'Viggo' } },
          }),
          'childCpr',
        );
      };
      await refuse('9913101234');
      await refuse(guardian.cpr);
      await refuse(person('patron').cpr);
    },
  },
  {
    id: 'pin-orders-alike',
    group: 'pins',
    title: 'tells nobody by an order of a PIN who is a patron',
    section: 'The same answer for everyone',
    needs: ['POST pin-orders'],
    run: async (tools) => {
      const { client, person } = tools;
      const { userId } = needPerson(person('patron'), 'userId');
      await expectAlike(tools, (isKnown) => client.call('POST pin-orders', { body: { userId: isKnown ? userId : '9912319999' } }));
    },
  },
  {
    id: 'pin-resets-alike',
    group: 'pins',
    title: 'tells nobody by a mailed link who is a patron',
    section: 'The same answer for everyone',
    needs: ['POST pin-resets'],
    run: async (tools) => {
      const { client, person } = tools;
      const { email } = needPerson(person('patron'), 'email');
      await expectAlike(tools, (isKnown) =>
        client.call('POST pin-resets', { body: { email: isKnown ? email : 'nobody.at.all@post.example' } }),
      );
    },
  },
  {
    id: 'pin-link',
    group: 'pins',
    title: 'knows its own links only',
    section: 'PINs',
    needs: ['PUT pin-resets/{token}'],
    run: async ({ client }) => expectProblem(await client.call('PUT pin-resets/made-up', { body: { pin: '8413' } }), 'not-found'),
  },
  {
    id: 'pin-change',
    group: 'pins',
    title: 'changes the PIN of a patron, to none that is easy to guess',
    section: 'PINs',
    needs: ['PUT patrons/me/pin'],
    run: async ({ client, enter, person }) => {
      person('patron');
      const { token } = await enter('patron');
      expectFields(await client.call('PUT patrons/me/pin', { token, key: random(), body: { pin: '0000' } }), 'pin');
      expectStatus(await client.call('PUT patrons/me/pin', { token, key: random(), body: { pin: '8413' } }), 204);
      expectProblem(await client.call('PUT patrons/me/pin', { key: random(), body: { pin: '8413' } }), 'session-expired');
    },
  },
  {
    id: 'user-ids',
    group: 'ids',
    title: 'lists user IDs, masked',
    section: 'User IDs',
    needs: ['GET user-ids'],
    run: async ({ client, enter, person }) => {
      person('patron');
      const { token } = await enter('patron');
      const exchange = await client.call('GET user-ids', { token });
      const { userIds } = expectShape(exchange, 200, userIdsSchema);
      expect(userIds.length > 0 && userIds.every(({ hint }) => /[•*xX]/.test(hint)), 'masked user IDs', exchange);
    },
  },
  {
    id: 'reminders-alike',
    group: 'ids',
    title: 'tells nobody by a reminder who is a patron',
    section: 'The same answer for everyone',
    needs: ['POST user-id-reminders'],
    run: async (tools) => {
      const { client, person } = tools;
      const { email } = needPerson(person('patron'), 'email');
      await expectAlike(tools, (isKnown) =>
        client.call('POST user-id-reminders', { body: { email: isKnown ? email : 'nobody.at.all@post.example' } }),
      );
    },
  },
  {
    id: 'service-points',
    group: 'ids',
    title: 'lists service points',
    section: 'Calls',
    needs: ['GET service-points'],
    run: async ({ client }) => void expectShape(await client.call('GET service-points'), 200, servicePointsSchema),
  },
  {
    id: 'mailbox',
    group: 'mailbox',
    title: 'mails a code, takes three wrong ones, and then none',
    section: 'Mailboxes',
    needs: ['POST mailbox-challenges'],
    run: async ({ client }) => {
      const ask = (email: string): Promise<Exchange> => client.call('POST mailbox-challenges', { body: { purpose: 'kaldemail', email } });
      expectFields(await ask('somebody@evil.example'), 'email');
      const first = await ask(`test.${random().slice(0, 8)}@auh.rm.dk`);
      if (first.status === 422) throw new Skipped('auh.rm.dk is no domain of this library');
      const { challenge } = expectShape(first, 202, mailboxChallengeSchema);
      const answer = (): Promise<Exchange> => client.call(`POST mailbox-challenges/${challenge}/answers`, { body: { code: '000000' } });
      expectProblem(await answer(), 'code-wrong');
      expectProblem(await answer(), 'code-wrong');
      const locked = await answer();
      expectProblem(locked, 'locked-out');
      expect(Number(locked.headers.get('Retry-After')) > 0, 'Retry-After', locked);
      expectProblem(await client.call('POST mailbox-challenges/made-up/answers', { body: { code: '000000' } }), 'not-found');
    },
  },
  {
    id: 'card-alike',
    group: 'login',
    title: 'tells nobody by a wrong PIN whether there is such a user ID, and locks it after some',
    section: 'The same answer for everyone',
    run: async ({ client, person, enter }) => {
      const { userId } = needPerson(person('patron'), 'userId');
      const { session } = await enter('adult');
      const library = typeof session['library'] === 'string' ? session['library'] : '';
      const wrong = (who: string): Promise<Exchange> =>
        client.call('POST sessions', { body: { method: 'library-card', library, userId: who, pin: '0001' } });
      const unknown = '9912319998';
      for (let at = 0; at < 12; at += 1) {
        const [one, other] = [await wrong(userId), await wrong(unknown)];
        if (one.body?.['code'] === 'library-unknown') throw new Skipped('the gateway takes no cards');
        if (shown(one) !== shown(other))
          throw new Deviation('the same answer for both', `${shown(one)} and ${shown(other)}`, 'POST sessions');
        if (one.status === 423) return expect(Number(one.headers.get('Retry-After')) > 0, 'Retry-After', one);
        expectProblem(one, 'credentials-wrong');
      }
      throw new Deviation('a lock-out', 'twelve tries', 'POST sessions');
    },
  },
  {
    id: 'libraries',
    group: 'login',
    title: 'finds libraries, as many as are asked for, and lets browsers keep them',
    section: 'Libraries',
    needs: ['GET libraries'],
    run: async ({ client }) => {
      const exchange = await client.call('GET libraries?q=a&limit=3');
      const { libraries } = expectShape(exchange, 200, librariesSchema);
      expect(libraries.length > 0 && libraries.length <= 3, 'one to three libraries', exchange);
      expect(/max-age/.test(exchange.headers.get('Cache-Control') ?? ''), 'Cache-Control with max-age', exchange);
      expectProblem(await client.call('GET libraries/DK-000000'), 'library-unknown');
    },
  },
  {
    id: 'handover',
    group: 'handover',
    title: 'hands a login over once, to the host with secret and verifier',
    section: 'Hand-over',
    needs: ['POST handovers'],
    run: async ({ client, enter, host }) => {
      if (!host) throw new Skipped('no --host');
      const { token } = await enter('adult');
      const basic = (secret: string): Record<string, string> => ({
        Authorization: `Basic ${Buffer.from(`${encodeURIComponent(host.id)}:${encodeURIComponent(secret)}`).toString('base64')}`,
      });
      const make = async (): Promise<string> =>
        expectShape(await client.call('POST handovers', { token, key: random(), body: { challenge: CHALLENGE } }), 201, handoverSchema)
          .code;
      const redeem = (code: string, headers: Record<string, string>, verifier = VERIFIER): Promise<Exchange> =>
        client.call('POST handovers/redemptions', { headers, body: { code, verifier } });
      expectProblem(await redeem(await make(), {}), 'session-expired');
      expectProblem(await redeem(await make(), basic('wrong')), 'session-expired');
      expectProblem(await redeem(await make(), basic(host.secret), 'x'.repeat(43)), 'proof-invalid');
      const code = await make();
      expectShape(await redeem(code, basic(host.secret)), 200, redemptionSchema);
      expectProblem(await redeem(code, basic(host.secret)), 'proof-invalid');
    },
  },
];

/** What holds for every answer that was seen. */
export const SWEEPS: readonly {
  id: string;
  title: string;
  section: string;
  find(exchange: Exchange, secrets: readonly string[]): string | undefined;
}[] = [
  {
    id: 'every-type',
    title: 'answers JSON as application/json, problems as application/problem+json',
    section: 'Transport',
    find: ({ status, headers, text }) => {
      const type = headers.get('Content-Type') ?? '';
      if (text === '') return undefined;
      const wanted = status >= 400 ? /^application\/problem\+json/ : /^application\/json/;
      return wanted.test(type) ? undefined : `${status} as ${type || 'nothing'}`;
    },
  },
  {
    id: 'every-problem',
    title: 'writes the status into a problem, and Retry-After beside a lock-out',
    section: 'Problems',
    find: ({ status, body, headers }) => {
      if (status < 400 || !body) return undefined;
      if (body['status'] !== status) return `status ${String(body['status'])} in a ${status}`;
      return status === 423 && headers.get('Retry-After') === null ? '423 without Retry-After' : undefined;
    },
  },
  {
    id: 'no-store',
    title: 'lets nobody keep answers',
    section: 'Transport',
    find: ({ request, headers, status }) => {
      const isDirectory = /^libraries/.test(request.path) && status === 200;
      return isDirectory || request.method === 'OPTIONS' || (headers.get('Cache-Control') ?? '').includes('no-store')
        ? undefined
        : 'no Cache-Control: no-store';
    },
  },
  {
    id: 'no-cookie',
    title: 'sets no cookie',
    section: 'Transport',
    find: ({ headers }) => (headers.get('Set-Cookie') === null ? undefined : 'Set-Cookie'),
  },
  {
    id: 'no-fault',
    title: 'never answers 500',
    section: 'Problems',
    find: ({ status }) => (status === 500 || status === 501 ? String(status) : undefined),
  },
  {
    id: 'no-cpr',
    title: 'puts no CPR number into an answer',
    section: 'Privacy',
    find: ({ text, headers }, secrets) => {
      const all = text + JSON.stringify([...headers]);
      const plain = all.replace(/(\d{6})[-\s](\d{4})/g, '$1$2');
      const known = secrets.find((secret) => /^\d{10}$/.test(secret) && plain.includes(secret));
      const shaped = /(?<!\d)\d{6}-\d{4}(?!\d)/.exec(text)?.[0];
      return known !== undefined || shaped !== undefined ? 'a CPR number' : undefined;
    },
  },
  {
    id: 'no-pin',
    title: 'sends no PIN back',
    section: 'Privacy',
    find: ({ request, text }) => {
      const sent = /"pin":"(\d{4,12})"/.exec(request.body ?? '')?.[1];
      return sent !== undefined && new RegExp(`"(?:pin|PIN)[^"]*":\\s*"?${sent}`).test(text) ? 'the PIN that was sent' : undefined;
    },
  },
  {
    id: 'no-token',
    title: 'puts tokens into answers about sessions only',
    section: 'Privacy',
    find: ({ request, text }) => {
      const token = /^Bearer (.{16,})$/.exec(request.headers['Authorization'] ?? '')?.[1];
      return token !== undefined && !request.path.startsWith('sessions') && text.includes(token) ? 'the session’s token' : undefined;
    },
  },
];
