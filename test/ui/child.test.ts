import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { SITUATIONS, stage, type Situation, type Stage } from '../support/screens.js';
import { emulate } from '../support/wtr-emulate.js';

let host: HTMLElement;

async function show(name = 'child', change: Partial<Situation> = {}): Promise<Stage> {
  const situation = SITUATIONS.find((one) => one.name === name);
  if (!situation) throw new Error(name);
  host = document.createElement('div');
  document.body.append(host);
  return stage(host, { ...situation, ...change }, 'da');
}

async function type({ find }: Stage, field: string, text: string): Promise<void> {
  find(`#${field}`).focus();
  await sendKeys({ type: text });
}

const filledIn = SITUATIONS.find(({ name }) => name === 'child form, filled in');
const displayOf = (element: Element | null): string => (element ? getComputedStyle(element).display : '');

describe('the child screen', () => {
  afterEach(() => host.remove());

  it('keeps the child’s number and name, and the PIN, out of every event', async () => {
    const stage = await show();
    await type(stage, 'childCpr', '700515-4321');
    await type(stage, 'childName', 'Asta');
    await type(stage, 'pin', '2580');
    await sendKeys({ press: 'Enter' });
    expect(stage.ui.secrets.get('childCpr')).to.equal('700515-4321');
    expect(stage.ui.secrets.get('childName')).to.equal('Asta');
    expect(stage.ui.secrets.get('pin')).to.equal('2580');
    expect(JSON.stringify([stage.sent, stage.ui.context])).not.to.match(/7005|4321|Asta|2580/);
  });

  it('takes the child’s date of birth for a PIN that is easy to guess, and not the guardian’s', async () => {
    const stage = await show();
    stage.ui.secrets.set('person', { birthDate: '1985-03-14' });
    await type(stage, 'childCpr', '7005154321');
    const advice = async (pin: string): Promise<string> => {
      const field = stage.find<HTMLInputElement>('#pin');
      field.value = '';
      await type(stage, 'pin', pin);
      return stage.find('#pin-status').textContent?.trim() ?? '';
    };
    expect(await advice('1403')).to.equal('Pinkoden kan bruges');
    expect(await advice('1005')).to.equal('En fødselsdato er let at gætte. Vælg en anden pinkode');
  });

  it('keeps relation, liability and contact in the draft', async () => {
    const stage = await show();
    stage.find('[name=relation][value=guardian]').click();
    stage.find('#liability').click();
    await type(stage, 'email', 'k');
    expect(stage.ui.context.draft).to.deep.equal({ relation: 'guardian', liability: true, email: 'k' });
  });

  it('is sent when everything is right', async () => {
    const stage = await show('child', {
      child: { cpr: '700515-4321', name: 'Asta' },
      context: { ...filledIn?.context, draft: { ...filledIn?.context?.draft, phone: '20 30 40 50' } },
    });
    stage.find('#email').focus();
    await sendKeys({ press: 'Enter' });
    expect(stage.sent.at(-1)).to.deep.equal({ type: 'form.submitted', errors: [] });
    expect(stage.ui.context.draft.phone).to.equal('+4520304050');
  });

  it('names every mistake, in the order of the form', async () => {
    const stage = await show();
    stage.find('button[type=submit]').click();
    expect([...stage.root.querySelectorAll('[data-error-summary] a')].map((link) => link.getAttribute('href'))).to.deep.equal([
      '#childCpr',
      '#childName',
      '#relation',
      '#email',
      '#branch',
      '#liability',
    ]);
  });

  it('says what is wrong with a number, also when only the library system knows', async () => {
    const stage = await show('child, all wrong');
    expect(stage.find('#childCpr-error').textContent).to.contain('Barnet skal være under 18 år');
    stage.draw({ context: { errors: [{ field: 'childCpr', code: 'own-number' }] } });
    expect(stage.find('#childCpr-error').textContent).to.contain('Det er dit eget CPR-nummer');
    stage.draw({ context: { errors: [{ field: 'childCpr', code: 'unheard-of' }] } });
    expect(stage.find('#childCpr-error').textContent).to.contain('Tjek CPR-nummeret');
  });

  it('lets no browser remember the number', async () => {
    const { find } = await show();
    for (const name of ['childCpr', 'childName']) expect(find(`#${name}`).getAttribute('autocomplete')).to.equal('off');
    expect(find<HTMLInputElement>('#childCpr').inputMode).to.equal('numeric');
  });

  it('stays while the application is on its way', async () => {
    const { find } = await show('child, submitting');
    expect(find('button[type=submit]').textContent?.trim()).to.equal('Vi sender ansøgningen …');
  });

  it('leads to the form on paper', async () => {
    const { find, sent } = await show();
    find('[data-action=paper]').click();
    expect(sent).to.deep.equal([{ type: 'paper.chosen' }]);
  });

  it('ends with a reference and what happens next', async () => {
    const { root } = await show('application received');
    expect(root.querySelector('.card')?.textContent).to.contain('B-1042').and.to.contain('skriver til din e-mail');
  });
});

describe('the form on paper', () => {
  afterEach(async () => {
    host.remove();
    await emulate();
  });

  it('prints from its button', async () => {
    const { find } = await show('child form, empty');
    const { print } = window;
    let printed = 0;
    window.print = () => (printed += 1);
    find('[data-action=print]').click();
    window.print = print;
    expect(printed).to.equal(1);
  });

  it('is filled in with what was typed, readable by whoever gets it', async () => {
    const { find } = await show('child form, filled in');
    const values = ['childCpr', 'childName', 'pin', 'email', 'phone', 'branch'].map((name) => find<HTMLInputElement>(`#${name}`));
    expect(values.map(({ value }) => value)).to.deep.equal([
      '700515-4321',
      'Asta Test Hansen',
      '2580',
      'karen@example.dk',
      '+4520304050',
      'Hovedbiblioteket',
    ]);
    expect(values.every(({ type: kind }) => kind !== 'password')).to.equal(true);
    expect(find<HTMLInputElement>('[value=guardian]').checked).to.equal(true);
    expect(find('.recipient').textContent).to.contain('Krystalgade 15').and.to.contain('man.–fre. 10–18');
  });

  it('names each of a few branches to hand it in at, the first of many, and the chosen one of any', async () => {
    const branches = ['Ny', 'Gammel', 'Midt', 'Nord'].map((name) => ({ id: name, name }));
    for (const [count, draft, names] of [
      [3, {}, ['Ny', 'Gammel', 'Midt']],
      [4, {}, ['Ny']],
      [4, { branch: 'Nord' }, ['Nord']],
      [0, {}, []],
    ] as const) {
      const { find } = await show('child form, empty', {
        context: { answers: { audience: 'child' }, branches: branches.slice(0, count), draft },
      });
      const text = find('.recipient').textContent ?? '';
      expect(branches.map(({ name }) => name).filter((name) => text.includes(name))).to.deep.equal(names);
      expect(text).to.contain('Aflever den på biblioteket, når der er personale.');
      host.remove();
    }
  });

  it('asks for the guardian’s name, CPR number and address first in the guardian’s column', async () => {
    const { root } = await show('child form, filled in');
    const column = root.querySelectorAll('.columns > div')[1];
    expect(
      [...(column?.querySelectorAll('.field') ?? [])].slice(0, 4).map((field) => field.textContent?.trim().split(/\s{2,}/)[0]),
    ).to.deep.equal(['NavnKaren Test Hansen', 'CPR-nummer', 'Adresse', 'E-mail']);
  });

  it('keeps what is typed into it on this computer', async () => {
    const stage = await show('child form, empty');
    expect(stage.find('.sheet').matches('.by-hand'), 'a box for each digit').to.equal(true);
    await type(stage, 'childCpr', '7005154321');
    expect(stage.find('.sheet').matches('.by-hand'), 'the number stands on a line').to.equal(false);
    await type(stage, 'childName', 'Asta');
    await type(stage, 'pin', '2580');
    await sendKeys({ press: 'Enter' });
    expect(stage.ui.secrets.get('childCpr')).to.equal('7005154321');
    expect(stage.sent).to.deep.equal([]);
  });

  it('is alone on the paper, black on white, with lines to sign on', async () => {
    const other = document.createElement('p');
    document.body.append(other);
    const { find } = await show('child form, filled in');
    expect(displayOf(other)).to.equal('block');
    await emulate({ media: 'print' });
    expect(displayOf(other)).to.equal('none');
    expect(displayOf(find('h2'))).to.equal('block');
    // On the next screen the page is printed as it is.
    const { parentNode } = host;
    host.remove();
    expect(displayOf(other), 'the form is gone').to.equal('block');
    parentNode?.append(host);
    expect(displayOf(find('[data-action=print]').parentElement)).to.equal('none');
    // Whoever has a pen needs to know what is optional and how many digits it takes, but nothing of searching.
    expect(find('#pin-hint').textContent).to.equal('4 cifre. Barnet skal bruge den, når det låner');
    for (const kept of ['#pin-hint', '.field > label > .muted']) expect(displayOf(find(kept))).not.to.equal('none');
    expect(displayOf(find('#branch-hint'))).to.equal('none');
    find('#childName').focus();
    expect(getComputedStyle(find('#childName')).outlineStyle).to.equal('none');
    expect(displayOf(find('.sheet'))).to.equal('flex');
    expect(getComputedStyle(find('.sheet')).color).to.equal('rgb(0, 0, 0)');
    // What is checked is drawn with a background, which browsers leave out unless they are told.
    for (const checked of ['#sms', '[value=guardian]', '#liability']) {
      const { backgroundColor, printColorAdjust } = getComputedStyle(find(checked));
      expect([backgroundColor, printColorAdjust], checked).to.deep.equal(['rgb(0, 0, 0)', 'exact']);
    }
    expect(find('.sheet').textContent).to.contain('Underskrift').and.to.contain('Dato').and.to.contain('Udfyldes af biblioteket');
    // A4 at 96 dots per inch, less a margin of 14 mm.
    host.style.inlineSize = '688px';
    expect(find('.sheet').offsetHeight).to.be.at.most(1016);
    other.remove();
  });
});
