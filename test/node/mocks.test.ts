import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { createHttpGateway } from '../support/http-gateway.js';
import { createSecretHolder } from '../../src/session/secret-holder.js';
import { encodeMockCode } from '../../mocks/identify.js';
import { createNodeMocks } from '../../mocks/node.js';

const base = 'https://gateway.example/signup-api/';
const { library, server } = createNodeMocks({ base });

describe('The mocks in Node', () => {
  before(() => server.listen({ onUnhandledRequest: 'error' }));
  after(() => server.close());

  it('answer the HTTP client', async () => {
    const secrets = createSecretHolder();
    const gateway = createHttpGateway({ url: base, secrets });
    const redirectUri = 'https://library.example/';
    await gateway.openSession({
      method: 'code',
      provider: 'mitid',
      code: encodeMockCode('adult-resident'),
      codeVerifier: 'v',
      nonce: 'n',
      redirectUri,
    });
    secrets.set('pin', '2580');
    const [branch] = await gateway.listBranches();
    assert.ok(branch);
    const registration = await gateway.registerPatron({ email: 'ny@post.example', sms: false, branch: branch.id, language: 'en' });
    assert.equal(registration.resident, true);
    assert.deepEqual(
      library.mails.map(({ kind, subject }) => [kind, subject]),
      [['registered', 'Welcome to the library']],
    );
  });

  it('refuse a redirect, which Node shows as what it is', async () => {
    library.scenario.set('redirect');
    const gateway = createHttpGateway({ url: base, secrets: createSecretHolder() });
    await assert.rejects(gateway.listBranches(), { code: 'unavailable' });
  });
});
