import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createGateway, type GatewayOptions } from '../../../src/server/gateway.js';
import type { LibrarySystem, MailRequest } from '../../../src/server/ports.js';
import { createMemoryStore } from '../../../src/server/store/memory-store.js';
import { BRANCHES, createClient, PROFILE } from '../../support/server-harness.js';

const KNOWN = {
  ...{ id: '1', status: 'active' as const, cpr: '7203861234', email: 'astrid@post.example', emailVerified: true },
  ...{ emailUserIds: [], language: 'da' as const },
};

describe('what is done after the answer', () => {
  let time = 1_800_000_000_000;
  const start = (find: LibrarySystem['findByEmail'] = async (email) => (email === KNOWN.email ? [KNOWN] : [])) => {
    const mails: MailRequest[] = [];
    const log: string[] = [];
    const store = createMemoryStore(() => time);
    const options: GatewayOptions = {
      library: PROFILE,
      librarySystem: {
        branches: async () => BRANCHES,
        find: async () => undefined,
        register: () => Promise.reject(new Error('nobody registers here')),
        ...(find && { findByEmail: find }),
      },
      broker: { identify: () => Promise.reject(new Error('nobody logs in here')) },
      store,
      mail: { send: async (mail) => void mails.push(mail) },
      log: { info: () => undefined, error: (event, facts) => void log.push(JSON.stringify([event, facts])) },
      basePath: '/api/',
      now: () => time,
    };
    const gateway = createGateway(options);
    return { ...createClient(gateway), gateway, options, mails, log };
  };
  const remind = { body: { email: 'astrid@post.example' } };

  it('is left by an instance that has ended to another one, and done once', async () => {
    const { call, options, mails } = start();
    assert.equal((await call('POST user-id-reminders', remind)).status, 202);
    // It ends before it has done anything: the clock of these gateways stands still.
    assert.equal(mails.length, 0);
    time += 1_000;
    const [one, two] = [createGateway(options), createGateway(options)];
    await Promise.all([one.runTasks(), two.runTasks()]);
    assert.deepEqual(
      mails.map(({ to, kind }) => [to, kind]),
      [['astrid@post.example', 'user-ids']],
    );
    await one.runTasks();
    assert.equal(mails.length, 1);
  });

  it('is kept for those whom nobody knows as well, so that no time tells them apart', async () => {
    const { call, gateway, options, mails } = start();
    await call('POST user-id-reminders', { body: { email: 'nobody@post.example' } });
    time += 1_000;
    const taken = await options.store.takeTask();
    assert.deepEqual(taken?.task, { name: 'remind-user-id', email: 'nobody@post.example' });
    time += 60_000;
    await gateway.runTasks();
    assert.equal(mails.length, 0);
  });

  it('is tried again when the library system could not be reached, and the log tells whom it was for to nobody', async () => {
    let isUp = false;
    const { call, gateway, mails, log } = start(async () => (isUp ? [KNOWN] : Promise.reject(new Error('astrid@post.example: down'))));
    await call('POST user-id-reminders', remind);
    time += 1_000;
    await gateway.runTasks();
    assert.deepEqual(log, ['["task",{"task":"remind-user-id","name":"Error"}]']);
    isUp = true;
    await gateway.runTasks();
    assert.equal(mails.length, 0);
    time += 60_000;
    await gateway.runTasks();
    assert.equal(mails.length, 1);
  });
});
