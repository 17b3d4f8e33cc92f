import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define.js';
import type { LibrarySignup } from '../../src/library-signup.js';
import { TEST_CONFIG } from '../support/flow.js';

const LIBRARY = { id: 'DK-775100', name: 'Folkebiblioteket', kind: 'public', userIds: ['local'], policy: { login: true, culr: true } };
const SESSION = {
  token: 'card-token',
  expiresIn: 1200,
  person: { hasCpr: false },
  patron: { status: 'active' },
  method: 'library-card',
  profile: { status: 'linked', offerLink: false },
};

describe('the element, logging in', () => {
  const { fetch } = window;
  let sent: { line: string; body: unknown; token: string | null }[] = [];
  let element: LibrarySignup;
  const reaches = async (step: string): Promise<void> => {
    for (let tries = 0; element.step !== step && tries < 400; tries += 1) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(element.step).to.equal(step);
  };
  const find = <T extends HTMLElement = HTMLElement>(selector: string): T => element.renderRoot.querySelector<T>(selector)!;
  const until = async (met: () => unknown): Promise<void> => {
    for (let tries = 0; !met() && tries < 400; tries += 1) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(met()).to.be.ok;
  };

  beforeEach(() => {
    sent = [];
    const answers: Record<string, [number, unknown]> = {
      'GET libraries': [200, { libraries: [LIBRARY] }],
      'GET libraries/DK-775100': [200, LIBRARY],
      'POST sessions': [201, SESSION],
      'POST handovers': [201, { code: 'once', expiresIn: 60 }],
      'DELETE sessions/current': [204, undefined],
    };
    window.fetch = async (input, init) => {
      const { pathname } = new URL(input instanceof Request ? input.url : input, location.href);
      const line = `${init?.method ?? 'GET'} ${pathname.replace(/^.*\/api\//, '')}`;
      const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined;
      sent.push({ line, body, token: new Headers(init?.headers).get('Authorization') });
      const [status, content] = answers[line] ?? [404, {}];
      return new Response(content === undefined ? null : JSON.stringify(content), {
        status,
        headers: { 'Content-Type': 'application/json' },
      });
    };
  });
  afterEach(() => {
    window.fetch = fetch;
    localStorage.removeItem('library-signup-libraries');
  });

  async function logIn(change: (tag: LibrarySignup) => void): Promise<void> {
    element = await fixture<LibrarySignup>(
      html`<library-signup
        flow="login"
        library="DK-775100"
        .config=${{ ...TEST_CONFIG, login: { handover: { mode: 'event' as const } } }}
      ></library-signup>`,
    );
    await reaches('login.method');
    find('[data-action=card]').click();
    await reaches('login.card');
    change(element);
    for (const [name, value] of [
      ['userId', 'astrid'],
      ['pin', '2580'],
    ] as const) {
      const input = find<HTMLInputElement>(`[name=${name}]`);
      input.value = value;
      input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    }
    find('button[type=submit]').click();
    await reaches('login.done');
    // The session ends when everything has been handed over.
    await until(() => sent.at(-1)?.line === 'DELETE sessions/current');
  }

  it('hands over by an event that only who listens to the element hears, with what the page has set meanwhile', async () => {
    const heard: unknown[] = [];
    const around: Event[] = [];
    const listen = (event: Event): void => void around.push(event);
    document.addEventListener('signup-handover', listen);
    const completed: unknown[] = [];
    await logIn((tag) => {
      tag.addEventListener('signup-handover', ({ detail, bubbles, composed }) => heard.push({ detail, bubbles, composed }));
      tag.addEventListener('signup-complete', ({ detail }) => completed.push(detail));
      tag.handoverChallenge = 'challenge-of-the-host';
      tag.order = 'cart-7';
    });
    await until(() => completed.length);
    document.removeEventListener('signup-handover', listen);
    expect(heard).to.deep.equal([{ detail: { code: 'once', expiresIn: 60 }, bubbles: false, composed: false }]);
    expect(around).to.deep.equal([]);
    expect(completed).to.deep.equal([{ flow: 'login', outcome: 'logged-in' }]);
    expect(sent.find(({ line }) => line === 'POST handovers')).to.deep.equal({
      line: 'POST handovers',
      body: { challenge: 'challenge-of-the-host', order: 'cart-7' },
      token: 'Bearer card-token',
    });
    expect(sent.at(-1)?.line).to.equal('DELETE sessions/current');
  });

  it('leaves out a reference that is too long, and tells the developer', async () => {
    const { error } = console;
    const said: string[] = [];
    console.error = (line: unknown) => said.push(String(line));
    await logIn((tag) => {
      tag.handoverChallenge = 'challenge-of-the-host';
      tag.order = 'x'.repeat(201);
    }).finally(() => {
      console.error = error;
    });
    expect(sent.find(({ line }) => line === 'POST handovers')?.body).to.deep.equal({ challenge: 'challenge-of-the-host' });
    expect(said.join()).to.contain('order: is left out');
  });

  it('has no code, token, user ID or PIN in storage, the address or its markup when it is over', async () => {
    await logIn((tag) => {
      tag.handoverChallenge = 'challenge-of-the-host';
    });
    const seen = JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage), location.href, history.state]);
    expect(seen + (element.renderRoot as ShadowRoot).innerHTML).not.to.match(/once|card-token|astrid|2580/);
    expect(localStorage.getItem('library-signup-libraries')).to.contain('Folkebiblioteket');
  });
});
