import { aTimeout, expect, waitUntil } from '@open-wc/testing';
import type { SignupConfigInput } from '../../src/contracts/config.js';
import { fill, logIn, type LoggedIn } from '../support/logged-in.js';
import { TEST_CONFIG } from '../support/flow.js';

const json = (value: unknown, status = 200): Response => Response.json(value, { status });
const problem = (status: number, code: string, more: object = {}): Response => json({ type: 'about:blank', status, code, ...more }, status);

async function fillDetails(page: LoggedIn): Promise<void> {
  fill(page.field('branch'), 'Hovedbiblioteket');
  page.field('branch').dispatchEvent(new FocusEvent('blur'));
  fill(page.field('email'), 'astrid@post.example');
  fill(page.field('pin'), '2580');
  page.field('terms').click();
  await page.element.updateComplete;
}
const textOf = (page: LoggedIn): string => page.element.renderRoot.querySelector('.card')?.textContent ?? '';

describe('answers that no library system should give', () => {
  let page: LoggedIn;
  afterEach(() => page.end());

  for (const [what, person] of [
    ['a day that is none', { birthDate: '2021-02-31', hasCpr: true }],
    ['a month that is none', { birthDate: '9999-99-99', hasCpr: true }],
    ['an age below zero', { age: -5, hasCpr: true }],
    ['an age that nobody has', { age: 1e9, hasCpr: true }],
  ] as const)
    it(`lead nobody on as if of age: ${what}`, async () => {
      page = await logIn(
        { 'POST sessions': () => json({ token: 't', expiresIn: 1200, person, patron: { status: 'none' } }, 201) },
        'adult',
        {},
        { begins: 'register.identify' },
      );
      page.element.identity = { provider: 'host', token: 'one' };
      await page.shows('register.failed');
    });

  it('stop nothing for long: 200,000 branches', async function () {
    this.timeout(20_000);
    const branches = Array.from({ length: 200_000 }, (_, at) => ({ id: `DK-${at}`, name: `Branch ${at}` }));
    const text = JSON.stringify({ branches });
    page = await logIn({ 'GET branches': () => new Response(text, { headers: { 'Content-Type': 'application/json' } }) });
    await waitUntil(() => page.element.renderRoot.querySelector('[data-action=retry]'), 'no way to ask again', { timeout: 15_000 });
    fill(page.field('email'), 'astrid@post.example');
    expect(page.field('email').value).to.equal('astrid@post.example');
  });

  it('stop nothing for long: 100,000 errors at fields', async () => {
    const errors = Array.from({ length: 100_000 }, () => ({ field: 'email', code: 'invalid' }));
    page = await logIn({ 'POST patrons': () => problem(422, 'field-invalid', { errors }) });
    await fillDetails(page);
    const start = performance.now();
    page.submit();
    await page.shows('register.failed');
    expect(performance.now() - start).to.be.below(3_000);
    expect(page.element.renderRoot.querySelectorAll('li').length).to.be.below(100);
  });

  for (const [seconds, da] of [
    [90, /Vent 2 minutter/],
    [7_300, /Vent 3 timer/],
    [1e15, /Vent 30 døgn|Vent 30 dage/],
  ] as const)
    it(`tell how long to wait as people say it: ${seconds} seconds`, async () => {
      page = await logIn({ 'POST patrons': () => problem(503, 'unavailable', { retryAfter: seconds }) });
      await fillDetails(page);
      page.submit();
      await page.shows('register.failed');
      await page.element.updateComplete;
      expect(textOf(page)).to.match(da);
    });

  it('greet by a name as it can be read', async () => {
    page = await logIn({}, 'adult', { person: { name: '\u202eAst\u0000a\u2066 Prøve' } });
    const heading = page.element.renderRoot.querySelector('[part~=heading]')?.textContent ?? '';
    expect(heading).to.include('Hej Asta,');
  });
});

describe('Back, while something is being written', () => {
  let page: LoggedIn;
  afterEach(() => page.end());

  it('leads nowhere: the outcome is told, and nobody is registered twice', async () => {
    let answer: () => void = () => undefined;
    page = await logIn({
      'POST patrons': () =>
        new Promise((resolve) => {
          answer = () => resolve(json({ userId: { type: 'cpr', hint: '040590-••••' }, resident: true, card: 'health-card' }, 201));
        }),
    });
    await fillDetails(page);
    page.submit();
    await page.shows('register.submitting');
    await page.element.updateComplete;
    expect(page.element.renderRoot.querySelector('[data-action=back], [data-action=cancel]')).to.equal(null);
    page.submit();
    page.element.lang = 'en';
    await aTimeout(20);
    expect(page.element.step).to.equal('register.submitting');
    answer();
    await page.shows('register.done');
    expect(page.sent.filter(({ call }) => call === 'POST patrons')).to.have.length(1);
  });

  it('leads nowhere while an application for a child is sent', async () => {
    let answer: () => void = () => undefined;
    page = await logIn(
      { 'POST child-applications': () => new Promise((resolve) => (answer = () => resolve(json({ reference: 'B-1' }, 202)))) },
      'child',
    );
    fill(page.field('childCpr'), '700515-4321');
    fill(page.field('childName'), 'Asta');
    fill(page.field('email'), 'astrid@post.example');
    fill(page.field('branch'), 'Hovedbiblioteket');
    page.field('branch').dispatchEvent(new FocusEvent('blur'));
    page.element.renderRoot.querySelector<HTMLElement>('input[name=relation][value=parent]')?.click();
    page.field('liability').click();
    await page.element.updateComplete;
    page.submit();
    await page.shows('register.submitting');
    await page.element.updateComplete;
    expect(page.element.renderRoot.querySelector('[data-action=back], [data-action=cancel]')).to.equal(null);
    answer();
    await page.shows('register.application-received');
    expect(page.sent.filter(({ call }) => call === 'POST child-applications')).to.have.length(1);
  });
});

describe('a code by mail', () => {
  let page: LoggedIn;
  afterEach(() => page.end());
  const config: SignupConfigInput = {
    ...TEST_CONFIG,
    identity: { providers: { host: { adapter: 'host' } } },
    register: {
      audiences: [{ id: 'hospital', kind: 'hospital', providers: ['host'], mailbox: { adapter: 'kaldemail', domains: ['auh.rm.dk'] } }],
    },
  };
  async function askForCode(challenge: () => Response): Promise<void> {
    page = await logIn({ 'POST mailbox-challenges': challenge }, 'adult', {}, { config, begins: 'register.has-login' });
    page.element.renderRoot.querySelector<HTMLElement>('input[value=no]')?.click();
    page.submit();
    await page.shows('register.kaldemail');
    await page.element.updateComplete;
    fill(page.field('email'), 'nanna@auh.rm.dk');
    page.submit();
  }
  const challenge = (more: object): Response => json({ challenge: 'c', expiresIn: 600, codeLength: 6, resendAfter: 0, ...more }, 202);

  it('is asked for anew with an empty field, which has the focus', async () => {
    await askForCode(() => challenge({}));
    await page.shows('register.kaldemail-code');
    await waitUntil(() => page.element.renderRoot.querySelector('[data-action=resend][aria-disabled=false]'));
    fill(page.field('code'), '123456');
    page.element.renderRoot.querySelector<HTMLElement>('[data-action=resend]')?.click();
    await waitUntil(() => page.sent.filter(({ call }) => call === 'POST mailbox-challenges').length === 2);
    await aTimeout(50);
    expect(page.field('code').value).to.equal('');
    expect(page.element.shadowRoot?.activeElement).to.equal(page.field('code'));
  });

  it('is neither too old at once nor asked for again at once, where the times are longer than a browser counts', async () => {
    await askForCode(() => challenge({ expiresIn: 2_592_000, resendAfter: 2_592_000 }));
    await page.shows('register.kaldemail-code');
    await aTimeout(60);
    expect(page.element.renderRoot.querySelector('[data-error-summary]')).to.equal(null);
    expect(page.element.renderRoot.querySelector('[data-action=resend]')?.getAttribute('aria-disabled')).to.equal('true');
  });

  it('says the day where the wait is over on another one', async () => {
    await askForCode(() => problem(429, 'too-many-requests', { retryAfter: 100_000 }));
    await waitUntil(() => page.element.renderRoot.querySelector('[data-notice=too-many-requests]'));
    expect(textOf(page)).to.match(/(man|tirs|ons|tors|fre|lør|søn)dag (den )?\d+\. \p{L}+ kl\. \d\d\.\d\d/u);
  });

  it('takes its notice back when the wait is over', async () => {
    await askForCode(() => problem(429, 'too-many-requests', { retryAfter: 1 }));
    await waitUntil(() => page.element.renderRoot.querySelector('[data-notice=too-many-requests]'));
    await waitUntil(() => !page.element.renderRoot.querySelector('[data-notice=too-many-requests]'), 'it stays', { timeout: 3_000 });
  });
});

describe('help with what was forgotten', () => {
  let page: LoggedIn;
  afterEach(() => page.end());
  const config: SignupConfigInput = {
    ...TEST_CONFIG,
    identity: { providers: { host: { adapter: 'host' } } },
    register: undefined,
    recover: { providers: ['host'], emailAsUserId: true },
  };
  const choose = async (name: string, value: string): Promise<void> => {
    page.element.renderRoot.querySelector<HTMLElement>(`input[name=${name}][value=${value}]`)?.click();
    page.submit();
    await page.element.updateComplete;
  };

  it('asks nothing of the app where there is one way only', async () => {
    page = await logIn({}, 'adult', {}, { config, flow: 'recover', begins: 'recover.which' });
    await choose('forgotten', 'mitid');
    await page.shows('recover.mitid');
    await page.element.updateComplete;
    page.element.renderRoot.querySelector<HTMLElement>('input[value=foreign-no-cpr]')?.click();
    expect(page.field('app').checkVisibility()).to.equal(false);
    page.submit();
    await page.shows('recover.mitid-in-person');
  });

  it('keeps no address once it has become a user ID', async () => {
    page = await logIn(
      { 'GET user-ids': () => json({ userIds: [{ type: 'cpr', hint: '040590-••••' }] }), 'POST user-ids': () => json({}, 202) },
      'adult',
      { patron: { status: 'active' } },
      { config, flow: 'recover', begins: 'recover.which' },
    );
    await choose('forgotten', 'library');
    await page.shows('recover.library');
    await page.element.updateComplete;
    await choose('route', 'login');
    await page.shows('recover.identify');
    page.element.identity = { provider: 'host', token: 'one' };
    await page.shows('recover.user-ids');
    await waitUntil(() => page.element.renderRoot.querySelector('input[name=email]'));
    fill(page.field('email'), 'astrid@post.example');
    await page.element.updateComplete;
    page.submit();
    await waitUntil(() => page.sent.some(({ call }) => call === 'POST user-ids'));
    await waitUntil(() => !page.element.renderRoot.querySelector('input[name=email]'));
    expect(JSON.stringify([Object.entries(sessionStorage), Object.entries(localStorage)])).not.to.include('astrid');
  });
});
