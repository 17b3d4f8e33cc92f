// `npm run test:gateway`: the gateway as it is installed, in processes of its own, on a PostgreSQL server.
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import { Hono } from 'hono';
import pg from 'pg';
import { SMTPServer } from 'smtp-server';
import { freePort } from '../../demo/free-port.js';
import { sha256 } from '../../src/server/secrets.js';
import { serve, type NodeServer } from '../../src/server/node.js';
import { hasPostgres, startPostgres } from '../support/postgres-server.js';
import { BRANCHES, createClient, REGISTRATION } from '../support/server-harness.js';

const PROGRAM = fileURLToPath(new URL('../../dist/cli/library-signup.js', import.meta.url));
const REDIRECT_URI = 'https://library.example/sign-up';

/** Replacement numbers, as many as are wanted: day + 60, each another one. */
const cprOf = (at: number): string =>
  `${61 + (at % 28)}03${String(60 + (Math.floor(at / 28) % 30)).padStart(2, '0')}${String(4000 + Math.floor(at / 840)).padStart(4, '0')}`;

/** login.bib.dk as far as the gateway sees it; a code is a person's number. */
const startBroker = (): Promise<NodeServer> =>
  serve(async (request) => {
    const { pathname } = new URL(request.url);
    if (pathname === '/oauth/token') {
      const code = new URLSearchParams(await request.text()).get('code') ?? '';
      return Response.json({ access_token: code.split(':')[0] });
    }
    const cpr = cprOf(Number(request.headers.get('Authorization')?.slice(7)));
    return Response.json({ attributes: { cpr, uniqueId: `id-${cpr}`, municipality: '101' } });
  });

interface Instance {
  url: string;
  child: ChildProcess;
  log: string[];
}

describe('several instances of the gateway on one PostgreSQL server', { skip: hasPostgres ? false : 'PostgreSQL is not installed' }, () => {
  let postgres: Awaited<ReturnType<typeof startPostgres>>;
  let broker: NodeServer;
  let smtp: SMTPServer;
  let folder = '';
  let client: pg.Client;
  const mails: string[] = [];
  const instances: Instance[] = [];

  async function start(): Promise<Instance> {
    const port = await freePort(5700 + instances.length * 10);
    const file = join(folder, `gateway-${port}.json`);
    writeFileSync(
      file,
      JSON.stringify({
        port,
        redirectUris: [REDIRECT_URI],
        secret: '$SIGNUP_SECRET',
        library: { id: 'DK-710100', name: 'The library', municipality: '101', pageUrl: 'https://library.example/' },
        providers: { bibdk: { kind: 'login.bib.dk', url: broker.origin, clientId: 'signup', clientSecret: 'secret' } },
        store: { kind: 'postgres', url: '$DATABASE_URL' },
        librarySystem: { kind: 'postgres', branches: BRANCHES },
        mail: {
          url: `smtp://127.0.0.1:${(smtp.server.address() as { port: number }).port}?ignoreTLS=true`,
          from: 'library@library.example',
        },
      }),
    );
    const env = { ...process.env, SIGNUP_SECRET: 'a secret of the library that is long enough', DATABASE_URL: postgres.url };
    const child = spawn(process.execPath, [PROGRAM, 'gateway', file], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    const instance = { url: `http://127.0.0.1:${port}/signup-api/`, child, log: [] as string[] };
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => instance.log.push(chunk.toString()));
    for (let at = 0; ; at += 1) {
      const ready = await fetch(`http://127.0.0.1:${port}/health/ready`).then(
        ({ ok }) => ok,
        () => false,
      );
      if (ready) break;
      assert.ok(at < 100, instance.log.join(''));
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    instances.push(instance);
    return instance;
  }
  const clientOf = ({ url }: Instance) => createClient((request) => fetch(request), url);
  const enter = async (instance: Instance, person: number): Promise<string> => {
    const state = `s${Math.random()}`;
    const start = {
      provider: 'bibdk',
      redirectUri: REDIRECT_URI,
      state,
      nonce: 'n',
      codeChallenge: await sha256('v'.repeat(43)),
      language: 'da',
    };
    assert.equal((await clientOf(instance).call('POST authorizations', { body: start })).status, 201);
    const proof = {
      state,
      method: 'code',
      provider: 'bibdk',
      code: `${person}:${Math.random()}`,
      codeVerifier: 'v'.repeat(43),
      nonce: 'n',
      redirectUri: REDIRECT_URI,
    };
    const { body } = await clientOf(instance).call('POST sessions', { body: proof });
    return String(body['token']);
  };
  const patronsLike = async (email: string): Promise<number> => {
    const { rows } = await client.query<{ count: string }>('select count(*) from patrons');
    assert.ok(email);
    return Number(rows[0]?.count);
  };

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'library-signup-gateway-'));
    [postgres, broker] = await Promise.all([startPostgres(), startBroker()]);
    smtp = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData: (stream, _session, done) => {
        let text = '';
        stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
        stream.on('end', () => {
          mails.push(text);
          done();
        });
      },
    });
    // Instances are killed in the middle of a mail.
    smtp.on('error', () => undefined);
    await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
    client = new pg.Client({ connectionString: postgres.url });
    await client.connect();
    await start();
    await start();
  });
  after(async () => {
    for (const { child } of instances) child.kill('SIGKILL');
    await client.end();
    await Promise.all([postgres.stop(), broker.close(0), new Promise<void>((resolve) => smtp.close(() => resolve()))]);
    rmSync(folder, { recursive: true });
  });

  it('create one patron of 200 that come at once, and mail once', async () => {
    const [one, two] = instances as [Instance, Instance];
    const token = await enter(one, 1);
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, at) =>
        clientOf(at % 2 ? one : two).call('POST patrons', { token, key: `double-${at % 20}`, body: REGISTRATION }),
      ),
    );
    assert.deepEqual([...new Set(answers.map(({ status }) => status))].sort(), [201, 409]);
    assert.equal(await patronsLike('all'), 1);
    for (let at = 0; mails.length === 0 && at < 50; at += 1) await new Promise((resolve) => setTimeout(resolve, 100));
    await new Promise((resolve) => setTimeout(resolve, 1500));
    assert.equal(mails.length, 1);
    assert.match(mails[0] ?? '', /To: astrid@post\.example/);
  });

  it('lose nothing and do nothing twice when one is killed in the middle', async () => {
    const victim = await start();
    const [one] = instances as [Instance];
    const persons = Array.from({ length: 40 }, (_, at) => 100 + at);
    const tokens = await Promise.all(persons.map((person) => enter(one, person)));
    const before = await patronsLike('all');
    const first = tokens.map((token, at) =>
      clientOf(victim)
        .call('POST patrons', { token, key: `killed-${at}`, body: { ...REGISTRATION, email: `k${at}@post.example` } })
        .then(
          ({ status }) => status,
          () => 0,
        ),
    );
    // Some are answered by now, some are in the middle of their work.
    await Promise.race(first);
    victim.child.kill('SIGKILL');
    const outcomes = await Promise.all(first);
    assert.ok(outcomes.includes(0), 'it was killed too late to be in the middle');
    // The patron's element tries again, with the same key; another instance answers.
    const again = await Promise.all(
      tokens.map((token, at) =>
        clientOf(one).call('POST patrons', { token, key: `killed-${at}`, body: { ...REGISTRATION, email: `k${at}@post.example` } }),
      ),
    );
    assert.deepEqual([...new Set(again.map(({ status }) => status))], [201]);
    assert.equal((await patronsLike('all')) - before, persons.length);
    for (let at = 0; at < 200; at += 1) {
      const to = mails.flatMap((mail) => /To: (k\d+@post\.example)/.exec(mail)?.[1] ?? []);
      if (new Set(to).size === persons.length) {
        assert.equal(to.length, persons.length, 'a mail was sent twice');
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    assert.fail('a mail was lost');
  });

  it('log nothing personal, count calls, and stop when they are told to', async () => {
    const [one] = instances as [Instance];
    const metrics = await (await fetch(new URL('/metrics', one.url))).text();
    assert.match(metrics, /signup_calls_total\{call="POST patrons",status="201"\} \d+/);
    const log = instances.flatMap((instance) => instance.log).join('');
    assert.ok(log.includes('"event":"call"'));
    assert.doesNotMatch(log, /astrid|@post\.example|2580|20304050/);
    for (const person of [1, ...Array.from({ length: 40 }, (_, at) => 100 + at)]) assert.ok(!log.includes(cprOf(person)));
    const ended = new Promise((resolve) => one.child.once('exit', resolve));
    one.child.kill('SIGTERM');
    assert.equal(await ended, 0);
  });

  it('bear a load beside a bare route that inserts one row', async () => {
    const [, two] = instances as [Instance, Instance];
    const pool = new pg.Pool({ connectionString: postgres.url, max: 10 });
    await pool.query('create table bare (id serial primary key, body text)');
    const app = new Hono().post('/', async (c) => {
      await pool.query('insert into bare (body) values ($1)', [await c.req.text()]);
      return c.json({});
    });
    const bare = await serve(async (request) => app.fetch(request));
    // No birthday of anybody's.
    const body = JSON.stringify({ ...REGISTRATION, pin: '7391' });
    const seconds = 6;
    const base = await autocannon({ url: bare.origin, method: 'POST', body, connections: 20, duration: seconds });

    const count = 3_000;
    const tokens: string[] = [];
    for (let at = 0; at < count; at += 50)
      tokens.push(...(await Promise.all(Array.from({ length: 50 }, (_, more) => enter(two, 1_000 + at + more)))));
    let next = 0;
    const run = (options: Partial<autocannon.Options>, onResponse = (): void => undefined): Promise<autocannon.Result> =>
      new Promise((resolve, reject) => {
        const requests: autocannon.Request[] = [
          {
            method: 'POST',
            body,
            setupRequest: (request) => ({
              ...request,
              headers: {
                'Content-Type': 'application/json',
                Authorization: `Bearer ${tokens[next % count] ?? ''}`,
                'Idempotency-Key': `load-${next++}`,
              },
            }),
          },
        ];
        const url = `${two.url}patrons`;
        const running = autocannon({ url, method: 'POST', ...options, requests }, (error: Error | null, result) =>
          error ? reject(error) : resolve(result),
        );
        running.on('response', onResponse);
      });
    const steady = await run({ connections: 10, amount: 600, overallRate: 100 });
    const begun = performance.now();
    let ended = begun;
    // autocannon tells whole seconds of its own run.
    const full = await run({ connections: 20, amount: 2_000 }, () => (ended = performance.now()));
    await Promise.all([bare.close(0), pool.end()]);
    const rate = (full['2xx'] / (ended - begun)) * 1_000;
    const ratio = rate / base.requests.average;
    console.log(
      `registrations ${rate.toFixed(0)}/s, a bare insert ${base.requests.average.toFixed(0)}/s, ratio ${ratio.toFixed(2)} (bar 0.25); at 100/s p99 ${steady.latency.p99} ms (bar 250)`,
    );
    assert.deepEqual(
      [full.non2xx, steady.non2xx, full.errors, steady.errors],
      [0, 0, 0, 0],
      JSON.stringify([full.statusCodeStats, steady.statusCodeStats]),
    );
  });
});
