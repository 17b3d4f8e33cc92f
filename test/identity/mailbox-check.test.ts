import { expect } from '@open-wc/testing';
import { SignupError } from '../../src/errors.js';
import { createMailboxPort } from '../../src/identity/mailbox-service.js';
import { registerMailboxCheck } from '../../src/identity/mailbox-check.js';
import { fakePorts } from '../support/flow.js';

const CHALLENGE = { challenge: 'c2', expiresIn: 300, codeLength: 4, resendAfter: 10 };

describe('The check of a mailbox', () => {
  it('named kaldemail is the gateway’s', async () => {
    const asked: unknown[] = [];
    const { mailbox } = await fakePorts({
      challengeMailbox: async (request) => (asked.push(request), CHALLENGE),
      answerMailboxChallenge: async (request) => (asked.push(request), { proof: 'p' }),
    }).adapters();
    expect(await mailbox.challenge({ adapter: 'kaldemail', email: 'a@auh.rm.dk' })).to.equal(CHALLENGE);
    expect(await mailbox.answer({ adapter: 'kaldemail', challenge: 'c2' })).to.deep.equal({ proof: 'p' });
    expect(asked).to.deep.equal([{ purpose: 'kaldemail', email: 'a@auh.rm.dk' }, { challenge: 'c2' }]);
  });

  it('can be one that a host page brings, which gets the code and nothing else of the secret holder', async () => {
    const codes: string[] = [];
    registerMailboxCheck({
      adapter: 'my-mailbox',
      challenge: async ({ email }) => ({ ...CHALLENGE, challenge: `for ${email}` }),
      answer: async ({ challenge }, { code }) => {
        codes.push(code());
        return { proof: `${challenge}, proven` };
      },
    });
    const ports = fakePorts();
    ports.secrets.set('code', '1234');
    const mailbox = createMailboxPort({ gateway: (await ports.adapters()).gateway, secrets: ports.secrets });
    expect((await mailbox.challenge({ adapter: 'my-mailbox', email: 'a@b.example' })).challenge).to.equal('for a@b.example');
    expect(await mailbox.answer({ adapter: 'my-mailbox', challenge: 'c' })).to.deep.equal({ proof: 'c, proven' });
    expect(codes).to.deep.equal(['1234']);
    expect(ports.calls, 'the gateway is not asked').to.deep.equal([]);
  });

  it('that nobody registered is told to the developer', async () => {
    const { error } = console;
    const lines: string[] = [];
    console.error = (line: string) => {
      lines.push(line);
    };
    const failed: unknown = await (
      await fakePorts().adapters()
    ).mailbox
      .challenge({ adapter: 'unheard-of', email: 'a@b.example' })
      .catch((reason: unknown) => reason);
    console.error = error;
    expect(failed).to.be.instanceOf(SignupError).and.to.have.property('code', 'config-invalid');
    expect(lines.join()).to.include('mailbox.adapter').and.include('unheard-of');
  });
});
