import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { openKeptSystem, type KeptSystem, type KeptSystemName } from '../../demo/gateway/kept-system.js';
import { createMockIdentify, encodeMockCode } from '../../mocks/identify.js';
import { copenhagen } from '../../mocks/libraries.js';
import { createMockLibrary, type MockLibrary } from '../../mocks/library.js';
import type { Session } from '../../src/contracts/session.js';

const BASE = 'https://gateway.example/';

for (const name of ['postgres', 'fbs'] satisfies KeptSystemName[]) {
  describe(`what the demo keeps with ${name}`, () => {
    let folder = '';
    let kept: KeptSystem;
    let library: MockLibrary;

    const open = async (): Promise<void> => {
      kept = await openKeptSystem(folder, name, copenhagen);
      library = createMockLibrary({ identify: createMockIdentify(), behind: kept });
      for (const mail of await kept.earlierMails()) await library.deliver(mail);
      kept.start(library.deliver);
    };
    const call = (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
      library.fetch(
        new Request(BASE + path, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', ...headers },
          body: JSON.stringify(body),
        }),
      );
    const enter = async (persona: string): Promise<Session> => {
      const proof = { method: 'code', provider: 'mitid', code: encodeMockCode(persona), codeVerifier: 'v', nonce: 'n', redirectUri: BASE };
      return (await (await call('sessions', proof)).json()) as Session;
    };
    const register = async (persona: string): Promise<number> => {
      const [{ token }, branches] = await Promise.all([enter(persona), library.fetch(new Request(`${BASE}branches`))]);
      const [branch] = ((await branches.json()) as { branches: { id: string }[] }).branches;
      const details = { email: 'astrid@post.example', sms: false, branch: branch?.id, pin: '2580', language: 'da' };
      return (await call('patrons', details, { Authorization: `Bearer ${token}`, 'Idempotency-Key': persona })).status;
    };
    const mailed = async (): Promise<void> => {
      for (let at = 0; library.mails.length === 0 && at < 100; at += 1) await new Promise((resolve) => setTimeout(resolve, 20));
      assert.deepEqual(
        library.mails.map(({ to, kind }) => [to, kind]),
        [['astrid@post.example', 'registered']],
      );
    };

    beforeEach(async () => {
      folder = mkdtempSync(join(tmpdir(), 'library-signup-demo-'));
      await open();
    });
    afterEach(async () => {
      await kept.close();
      rmSync(folder, { recursive: true });
    });

    it('is there again after a restart, is nobody’s to read in the folder, and is forgotten when it is told to', async () => {
      assert.equal((await enter('already-patron')).patron.status, 'active');
      assert.equal((await enter('blocked')).patron.status, 'blocked');
      assert.equal(await register('already-patron'), 409);
      assert.equal(await register('adult-resident'), 201);
      await mailed();

      await kept.close();
      const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
      // The simulated FBS is another system, which keeps its own.
      const own = files.filter(({ name: file }) => file !== 'fbs.json');
      assert.ok(own.length > 10);
      for (const file of own) {
        const text = readFileSync(join(file.parentPath, file.name), 'latin1');
        assert.doesNotMatch(text, /astrid@post|7203861234|Prøvensen|Pr\u00c3\u00b8vensen/, file.name);
      }

      await open();
      assert.equal((await enter('adult-resident')).patron.status, 'active');
      await mailed();
      if (name === 'postgres') {
        // Who has not used the library for long registers anew. FBS deletes them.
        assert.equal((await enter('lapsed')).patron.status, 'lapsed');
        assert.equal(await register('lapsed'), 201);
        assert.equal((await enter('lapsed')).patron.status, 'active');
      }

      library.reset();
      await kept.reset();
      assert.equal((await enter('adult-resident')).patron.status, 'none');
      assert.equal(library.mails.length, 0);
    });
  });
}
