import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { configOf, SITUATIONS, stage, type Situation, type Stage } from '../support/screens.js';

let host: HTMLElement;

async function show(change: Partial<Situation> = {}, name = 'details'): Promise<Stage> {
  const situation = SITUATIONS.find((one) => one.name === name);
  if (!situation) throw new Error(name);
  host = document.createElement('div');
  document.body.append(host);
  return stage(host, { ...situation, ...change }, 'da');
}

async function type(stage: Stage, field: string, text: string): Promise<void> {
  stage.find(`#${field}`).focus();
  await sendKeys({ type: text });
}

describe('the details screen', () => {
  afterEach(() => host.remove());

  it('greets by first name', async () => {
    const { find } = await show();
    expect(find('h2').textContent?.trim()).to.equal('Hej Anna, du er næsten færdig');
  });

  it('keeps what is typed, letter by letter', async () => {
    const stage = await show();
    await type(stage, 'email', 'a@b.dk');
    expect(stage.sent.at(-1)).to.deep.equal({ type: 'draft.changed', values: { email: 'a@b.dk' } });
    stage.find('#sms').click();
    expect(stage.sent.at(-1)).to.deep.equal({ type: 'draft.changed', values: { sms: true } });
  });

  it('keeps the PIN in the private holder and out of every event', async () => {
    const stage = await show();
    await type(stage, 'pin', '2580');
    await sendKeys({ press: 'Enter' });
    expect(stage.ui.secrets.get('pin')).to.equal('2580');
    expect(JSON.stringify(stage.sent)).not.to.contain('2580');
  });

  it('advises against a PIN that is easy to guess while it is typed', async () => {
    const stage = await show();
    await type(stage, 'pin', '1234');
    expect(stage.find('#pin-status').textContent?.trim()).to.equal('Tal i rækkefølge er lette at gætte. Vælg en anden pinkode');
    await sendKeys({ press: 'Backspace' });
    await sendKeys({ type: '9' });
    expect(stage.find('#pin-status').textContent?.trim()).to.equal('Pinkoden kan bruges');
  });

  it('ticks off what a PIN has to be, and tells a screen reader once', async () => {
    const stage = await show();
    const met = (): string[] => [...stage.find('#pin-hint').querySelectorAll('[data-met]')].map(({ textContent }) => textContent ?? '');
    const status = stage.find('#pin-status');
    const said: string[] = [];
    const watch = new MutationObserver(() => said.push(status.textContent?.trim() ?? ''));
    watch.observe(status, { subtree: true, childList: true, characterData: true });
    expect(met()).to.deep.equal([]);
    await type(stage, 'pin', '12');
    expect(met()).to.deep.equal([]);
    await sendKeys({ type: '34' });
    expect(met()).to.deep.equal(['4 cifre']);
    await sendKeys({ press: 'Backspace' });
    await sendKeys({ type: '9' });
    expect(met()).to.deep.equal(['4 cifre', 'Svær at gætte']);
    await new Promise(requestAnimationFrame);
    watch.disconnect();
    expect(said.filter(Boolean)).to.deep.equal(['Tal i rækkefølge er lette at gætte. Vælg en anden pinkode', 'Pinkoden kan bruges']);
    expect(stage.find('#pin').getAttribute('aria-describedby')).to.contain('pin-hint');
  });

  it('shows and hides the PIN', async () => {
    const stage = await show({ pin: '2580' });
    const button = stage.find<HTMLButtonElement>('[aria-pressed]');
    button.click();
    expect(stage.find<HTMLInputElement>('#pin').type).to.equal('text');
    expect(button.getAttribute('aria-pressed')).to.equal('true');
    button.click();
    expect(stage.find<HTMLInputElement>('#pin').type).to.equal('password');
  });

  it('names every mistake once above and once at its field, in the same words', async () => {
    const stage = await show();
    stage.find<HTMLButtonElement>('button[type=submit]').click();
    const summary = [...stage.root.querySelectorAll('[data-error-summary] a')];
    expect(summary.map((link) => link.getAttribute('href'))).to.deep.equal(['#email', '#branch', '#pin', '#terms']);
    for (const link of summary) {
      const name = link.getAttribute('href')?.slice(1) ?? '';
      expect(stage.find(`#${name}-error`).textContent?.replace(/\s+/g, ' ').trim()).to.equal(`Fejl: ${link.textContent?.trim()}`);
      const input = stage.find(`#${name}`);
      await (input.closest('library-signup-combobox') as { updateComplete?: Promise<unknown> } | null)?.updateComplete;
      expect(input.getAttribute('aria-invalid'), name).to.equal('true');
      expect(input.getAttribute('aria-describedby')?.split(' '), name).to.include(`${name}-error`);
    }
  });

  it('leads from the summary into the field, without a trace in the address', async () => {
    const stage = await show({}, 'details, all wrong');
    for (const name of ['email', 'phone', 'branch', 'pin', 'terms']) {
      stage.find(`[data-error-summary] a[href="#${name}"]`).click();
      expect(stage.root.activeElement?.id).to.equal(name);
    }
    expect(location.hash).to.equal('');
  });

  it('tells a branch that does not exist from none', async () => {
    const stage = await show();
    await type(stage, 'branch', 'Herlev');
    stage.find<HTMLButtonElement>('button[type=submit]').click();
    expect(stage.ui.context.errors).to.deep.include({ field: 'branch', code: 'unknown' });
  });

  it('is sent by Enter, in full and as meant', async () => {
    const draft = { email: ' anna@example.dk', phone: '20 30 40 50', sms: true, branch: 'DK-710101', terms: true };
    const stage = await show({ pin: '2580', context: { ...SITUATIONS.find(({ name }) => name === 'details')?.context, draft } });
    stage.find('#phone').focus();
    await sendKeys({ press: 'Enter' });
    expect(stage.sent.at(-1)).to.deep.equal({ type: 'form.submitted', errors: [] });
    expect(stage.ui.context.draft).to.include({ email: 'anna@example.dk', phone: '+4520304050', branch: 'DK-710101', sms: true });
  });

  it('is not sent twice, and says that it is under way', async () => {
    const stage = await show({}, 'submitting');
    const button = stage.find<HTMLButtonElement>('button[type=submit]');
    expect(button.textContent?.trim()).to.equal('Vi opretter dig …');
    expect(button.getAttribute('aria-disabled')).to.equal('true');
    button.click();
    expect(stage.sent.filter(({ type: name }) => name === 'form.submitted')).to.have.length(0);
  });

  it('has the tokens that fill it in, but not on a public computer', async () => {
    const tokens = (stage: Stage): (string | null)[] =>
      ['email', 'phone', 'pin'].map((id) => stage.find(`#${id}`).getAttribute('autocomplete'));
    expect(tokens(await show())).to.deep.equal(['email', 'tel', 'new-password']);
    host.remove();
    expect(tokens(await show({ publicComputer: true }))).to.deep.equal(['off', 'off', 'off']);
  });

  it('leaves out what the library does not ask', async () => {
    const { root } = await show({ config: configOf({ phone: 'hidden', terms: undefined }) });
    expect(root.querySelector('#phone, #sms, #terms')).to.equal(null);
  });

  it('links to the library’s own rules, in a tab of its own, and has them accepted', async () => {
    const { find, root } = await show();
    const link = root.querySelector<HTMLAnchorElement>('.field:has(#terms) a');
    expect([link?.href, link?.target]).to.deep.equal(['https://bibliotek.example/regler', '_blank']);
    find('button[type=submit]').click();
    expect(find('#terms-error').textContent).to.contain('Sæt kryds, hvis du accepterer reglerne');
  });

  it('says how long a PIN is here', async () => {
    const { find } = await show({ config: configOf({ pin: { minLength: 4, maxLength: 6 } }) });
    expect(find('#pin-hint').textContent).to.contain('4–6 cifre');
  });

  it('lets a patron ask for the branches again', async () => {
    const { find, sent } = await show({}, 'details, no list');
    find('[data-action=retry]').click();
    expect(sent).to.deep.equal([{ type: 'branches.retry' }]);
  });

  it('warns before the session ends, and extends it', async () => {
    const { find, sent } = await show({}, 'details, session ending');
    find('[data-notice=session-ending] [data-action=extend]').click();
    expect(sent).to.deep.equal([{ type: 'session.extend' }]);
  });

  for (const [what, change] of [
    ['session-ending', { context: { notice: 'session-ending' } }],
    ['idle', { idle: true, publicComputer: true }],
  ] as const) {
    it(`warns where the patron is (${what}), moves nothing, and hides no field that gets the focus`, async () => {
      const calm = await show();
      const before = calm.find('#email').offsetTop;
      host.remove();
      const { find } = await show({
        ...change,
        context: { ...SITUATIONS.find(({ name }) => name === 'details')?.context, ...('context' in change ? change.context : {}) },
      });
      expect(find('#email').offsetTop).to.equal(before);
      host.style.cssText = 'display: block; margin-block-end: 100vh';
      find('#pin').scrollIntoView({ block: 'center' });
      const warning = find(`[data-notice=${what}]`);
      const { top, bottom } = warning.getBoundingClientRect();
      expect(bottom).to.be.at.most(innerHeight);
      expect(top).to.be.above(innerHeight / 2);
      for (const field of ['#email', '#terms', 'button[type=submit]']) {
        find(field).focus();
        expect(find(field).getBoundingClientRect().bottom, field).to.be.at.most(warning.getBoundingClientRect().top);
      }
      // Not even at the top of the page does it lie on the heading.
      scrollTo(0, 0);
      expect(find('[part~=heading]').getBoundingClientRect().bottom).to.be.at.most(warning.getBoundingClientRect().top);
    });
  }

  it('shows words for an error that only the gateway knows', async () => {
    const { find } = await show({
      context: {
        errors: [
          { field: 'email', code: 'bounced' },
          { field: 'pin', code: 'used-before' },
        ],
      },
    });
    expect(find('#email-error').textContent).to.contain('Skriv din e-mail som navn@eksempel.dk');
    expect(find('#pin-error').textContent).to.contain('Vælg en anden pinkode');
  });
});
