import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { Language } from '../../src/contracts/text.js';
import type { LibrarySignupCountdown } from '../../src/ui/parts/countdown.js';
import { SITUATIONS, stage, type Situation, type Stage } from '../support/screens.js';

let host: HTMLElement;

async function show(name: string, change: Partial<Situation> = {}, language: Language = 'da'): Promise<Stage> {
  const situation = SITUATIONS.find((one) => one.name === name);
  if (!situation) throw new Error(name);
  host = document.createElement('div');
  document.body.append(host);
  return stage(host, { ...situation, ...change }, language);
}

async function submit({ find }: Stage, name: string, value: string): Promise<void> {
  const input = find<HTMLInputElement>(`#${name}`);
  input.focus();
  input.value = value;
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  find('button[type=submit]').click();
}

describe('the kaldemail screen', () => {
  afterEach(() => host.remove());

  it('sends an address in one of the domains, trimmed', async () => {
    const stage = await show('kaldemail');
    await submit(stage, 'email', 'Test@Skejby.RM.dk');
    expect(stage.sent.at(-2)).to.deep.equal({ type: 'draft.changed', values: { email: 'Test@Skejby.RM.dk' } });
    expect(stage.sent.at(-1)).to.deep.equal({ type: 'form.submitted', errors: [] });
  });

  for (const address of [
    'test@gmail.com',
    'test@rm.dk',
    'test@sub.auh.rm.dk',
    'test@auh.rm.dk.example.com',
    'test@xauh.rm.dk',
    'test@auh.rm.dk@example.com',
    'test@auh·rm.dk',
    'test@аuh.rm.dk',
    '"test@auh.rm.dk"@example.com',
    'test@example.com#@auh.rm.dk',
    'test@auh.rm.dk,test@example.com',
    'test@auh.rm.dk%00.example.com',
    'test@ａｕｈ.rm.dk',
  ]) {
    it(`lets nothing through that only looks right: ${JSON.stringify(address)}`, async () => {
      const stage = await show('kaldemail');
      await submit(stage, 'email', address);
      const last = stage.sent.at(-1);
      const errors = last?.type === 'form.submitted' ? last.errors : [];
      expect(errors).to.have.length(1);
      expect(errors[0]?.field).to.equal('email');
      expect(errors[0]?.code).to.be.oneOf(['domain', 'invalid']);
    });
  }

  it('takes an address as it was meant, without what nobody sees', async () => {
    const stage = await show('kaldemail');
    await submit(stage, 'email', '\u2066test@auh.rm.dk\u200b ');
    expect(stage.sent).to.deep.include({ type: 'draft.changed', values: { email: 'test@auh.rm.dk' } });
    expect(stage.sent.at(-1)).to.deep.equal({ type: 'form.submitted', errors: [] });
  });

  it('names the domains that count, and how to get an address in one', async () => {
    const { find, root } = await show('kaldemail, wrong domain');
    const form = `${find('.summary').textContent} ${find('form').textContent}`;
    expect(form.split('@auh.rm.dk, @aarhus.rm.dk, @skejby.rm.dk eller @ps.rm.dk'), 'said once').to.have.length(2);
    expect(find<HTMLInputElement>('#email').value).to.equal('anna@gmail.com');
    expect(root.querySelectorAll('details li')).to.have.length(3);
    for (const words of ['interne net', 'BSK', 'Mine data', 'Bestil kaldemail', '@skejby.rm.dk', 'Opret kaldemail'])
      expect(find('details').textContent).to.contain(words);
    expect(find<HTMLAnchorElement>('details a').href).to.equal('https://bsk.rm.dk/');
  });

  it('says when another code may be asked for', async () => {
    const { find } = await show('kaldemail, too many');
    expect(find('[data-notice=too-many-requests]').textContent).to.match(/Prøv igen kl\. \d\d\.\d\d/);
  });
});

describe('the code screen', () => {
  afterEach(() => {
    host.remove();
    Reflect.deleteProperty(performance, 'now');
  });

  it('takes a code pasted with spaces, and keeps it out of every event', async () => {
    const stage = await show('code');
    await submit(stage, 'code', ' 123 456 ');
    expect(stage.ui.secrets.get('code')).to.equal('123456');
    expect(stage.sent).to.deep.equal([{ type: 'form.submitted', errors: [] }]);
  });

  it('takes a typed code with Enter', async () => {
    const stage = await show('code');
    stage.find('#code').focus();
    await sendKeys({ type: '123456' });
    await sendKeys({ press: 'Enter' });
    expect(stage.sent.at(-1)).to.deep.equal({ type: 'form.submitted', errors: [] });
  });

  for (const [value, code, words] of [
    ['', 'length', 'Skriv koden. Den har 6 cifre'],
    ['12345', 'length', 'Skriv koden. Den har 6 cifre'],
    ['1234567', 'length', 'Skriv koden. Den har 6 cifre'],
  ] as const) {
    it(`says "${words}" to "${value}"`, async () => {
      const stage = await show('code');
      await submit(stage, 'code', value);
      expect(stage.sent.at(-1)).to.deep.equal({ type: 'form.submitted', errors: [{ field: 'code', code }] });
      expect(stage.find('#code-error').textContent).to.contain(words);
    });
  }

  it('is a field for a one-time code', async () => {
    const input = (await show('code')).find<HTMLInputElement>('#code');
    expect([input.type, input.inputMode, input.getAttribute('autocomplete')]).to.deep.equal(['text', 'numeric', 'one-time-code']);
  });

  it('says the same whether the mailbox exists or not', async () => {
    expect((await show('code', {}, 'en')).find('.card').textContent).to.contain('If test@auh.rm.dk exists, we have sent a code to it');
  });

  it('says how many tries are left after a wrong code, and does without the number', async () => {
    const stage = await show('code, wrong');
    expect(stage.find('#code-error').textContent).to.contain('Du har 2 forsøg tilbage');
    stage.draw({ mailbox: { attemptsLeft: null, errors: [{ field: 'code', code: 'invalid' }] } });
    expect(stage.find('#code-error').textContent).to.contain('Koden passer ikke. Prøv igen');
  });

  it('offers a new code when the old one has expired', async () => {
    const stage = await show('code, expired');
    expect(stage.find('#code-error').textContent).to.contain('Bed om en ny');
    expect(stage.find('[data-action=resend]').className).to.equal('primary');
    expect(stage.find('button[type=submit]').className).to.equal('secondary');
    expect(stage.find('.card').textContent).not.to.match(/gælder i|Kom koden ikke/);
    stage.ui.secrets.set('code', '123456');
    stage.find('[data-action=resend]').click();
    expect(stage.sent).to.deep.equal([{ type: 'code.resend' }]);
    expect(stage.ui.secrets.get('code')).to.equal(undefined);
  });

  it('counts down to another code in silence, keeps the button in sight, and says when it works', async () => {
    // Time stands still until the countdown is read: a slow machine needs more than a second to get here.
    const standing = performance.now();
    performance.now = () => standing;
    const stage = await show('code');
    const countdown = stage.find<LibrarySignupCountdown>('library-signup-countdown');
    await countdown.updateComplete;
    expect(countdown.textContent).to.equal('0:30');
    performance.now = () => standing + 12_000;
    countdown.requestUpdate();
    await countdown.updateComplete;
    expect(countdown.textContent).to.equal('0:18');
    const button = stage.find('[data-action=resend]');
    expect(countdown.role).to.equal('timer');
    expect(countdown.closest('[role=status], [aria-live]')).to.equal(null);
    expect(button.getAttribute('aria-disabled')).to.equal('true');
    expect(button.getAttribute('aria-describedby')).to.equal('wait');
    button.click();
    expect(stage.sent).to.deep.equal([]);
    host.remove();
    const { find } = await show('code, another may be had');
    expect(find('[role=status]#resend').textContent).to.contain('Du kan få en ny nu');
    expect(find('library-signup-countdown')).to.equal(null);
  });

  it('moves nothing when the wait is over', async () => {
    const tops: number[] = [];
    for (const name of ['code', 'code, another may be had']) {
      const { find } = await show(name);
      tops.push(find('[data-action=resend]').offsetTop);
      host.remove();
    }
    expect(tops[0]).to.equal(tops[1]);
  });

  it('does not begin to count again when the screen is drawn again', async () => {
    const stage = await show('code');
    const countdown = stage.find<LibrarySignupCountdown>('library-signup-countdown');
    const { until } = countdown;
    await new Promise((resolve) => setTimeout(resolve, 20));
    stage.draw();
    expect(countdown.until).to.equal(until);
  });

  it('changes the address', async () => {
    const { find, sent } = await show('code');
    find('[data-action=change]').click();
    expect(sent).to.deep.equal([{ type: 'email.change' }]);
  });

  it('says until when it is locked, in Danish time, and asks for nothing meanwhile', async () => {
    const stage = await show('code, locked out');
    const until = new Intl.DateTimeFormat('da-DK', { timeStyle: 'short', timeZone: 'Europe/Copenhagen' });
    const expected = [0, 60_000].map((slack) => until.format(Date.now() + 900_000 - slack));
    const said = /kl\. (\d\d\.\d\d)/.exec(stage.find('[data-notice=locked-out]').textContent ?? '')?.[1];
    expect(expected).to.include(said);
    expect(stage.find('[data-notice]').getAttribute('role')).to.equal('alert');
    expect(stage.root.querySelector('form')).to.equal(null);
    expect(stage.find('[data-action=change]')).not.to.equal(null);
  });

  it('shows that the library did not answer, with the code still there', async () => {
    const stage = await show('code');
    stage.ui.secrets.set('code', '123456');
    stage.draw({ mailbox: { failure: { code: 'unavailable', retryable: true } } });
    expect(stage.find('[data-notice=unavailable]').textContent).to.contain('svarer ikke');
    expect(stage.find<HTMLInputElement>('#code').value).to.equal('123456');
  });
});
