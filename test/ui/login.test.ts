import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { UserIdType } from '../../src/contracts/config.js';
import { LANGUAGES, type Language } from '../../src/contracts/text.js';
import type { LibrarySignupCombobox } from '../../src/ui/form/combobox.js';
import { SITUATIONS, stage, type Situation, type Stage } from '../support/screens.js';

let host: HTMLElement;

const situationOf = (name: string): Situation => {
  const situation = SITUATIONS.find((one) => one.name === name);
  if (!situation) throw new Error(name);
  return situation;
};
async function show(name: string, change: Partial<Situation> = {}, language: Language = 'da'): Promise<Stage> {
  host = document.createElement('div');
  document.body.append(host);
  return stage(host, { ...situationOf(name), ...change }, language);
}
/** The same situation with another library. */
function withLibrary(name: string, values: object): Partial<Situation> {
  const { context } = situationOf(name);
  const { login } = context ?? {};
  return { context: { ...context, login: { ...login!, chosen: { ...login!.chosen!, ...values } } } };
}
const textOf = (element: Element | null): string => element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const cardOf = ({ root }: Stage): string => textOf(root.querySelector('.card'));
const controls = ({ root }: Stage): string[] => [...root.querySelectorAll('input')].map(({ name }) => name);
const submit = ({ find }: Stage): void => find('button[type=submit]').click();

describe('the screens for logging in, by the statements of the page they replace', () => {
  afterEach(() => host.remove());

  it('1 have no login by e-mail address, but where it is the library’s user ID', async () => {
    const shown = await show('login');
    expect(controls(shown)).to.deep.equal(['library']);
    expect(cardOf(shown)).not.to.match(/e-mail/i);
    host.remove();
    expect(cardOf(await show('card'))).not.to.contain('bruger din e-mail');
    host.remove();
    expect(cardOf(await show('card, by e-mail'))).to.contain('UCN Biblioteket bruger din e-mail som bruger-id.');
  });

  it('2 have MitID and libraries at once, above a list that opens', async () => {
    const { find, sent, root } = await show('login');
    find('#library').focus();
    await sendKeys({ type: 'a' });
    await find<LibrarySignupCombobox>('library-signup-combobox').updateComplete;
    expect(root.querySelectorAll('[role=option]').length).to.be.within(1, 20);
    const { bottom } = find('[data-action=identify]').getBoundingClientRect();
    expect(bottom).to.be.below(find('.combobox-popup').getBoundingClientRect().top);
    find('[data-action=identify]').click();
    expect(sent.at(-1)).to.deep.equal({ type: 'identity.chosen', provider: 'mitid' });
  });

  for (const language of LANGUAGES) {
    const NAMES: Record<UserIdType, { da: string; en: string; inputMode: string }> = {
      cpr: { da: 'CPR-nummer', en: 'CPR number', inputMode: 'numeric' },
      card: { da: 'Lånernummer', en: 'Borrower number', inputMode: '' },
      email: { da: 'E-mail', en: 'E-mail address', inputMode: 'email' },
      local: { da: 'Bruger-id', en: 'User ID', inputMode: '' },
    };
    for (const kind of ['cpr', 'card', 'email', 'local'] as const)
      it(`3 name the user ID as the library does, with its keyboard (${kind}, ${language})`, async () => {
        const shown = await show('card', withLibrary('card', { userIds: [kind] }), language);
        expect(textOf(shown.find('label[for=userId]'))).to.equal(NAMES[kind][language]);
        const { inputMode, autocomplete } = shown.find<HTMLInputElement>('#userId');
        expect([inputMode, autocomplete]).to.deep.equal([NAMES[kind].inputMode, 'username']);
      });
  }

  it('3 say so when it looks like no user ID, and when it is missing, with everything kept', async () => {
    const shown = await show('card', withLibrary('card', { userIds: ['cpr'] }));
    shown.find('#userId').focus();
    await sendKeys({ type: 'astrid' });
    submit(shown);
    expect(shown.sent.at(-1)).to.deep.equal({
      type: 'form.submitted',
      errors: [
        { field: 'userId', code: 'unlike' },
        { field: 'pin', code: 'missing' },
      ],
    });
    expect(textOf(shown.find('#userId-error'))).to.contain('Det ligner ikke CPR-nummer');
    expect(textOf(shown.find('#pin-error'))).to.contain('Skriv din pinkode');
    expect(shown.find<HTMLInputElement>('#userId').value).to.equal('astrid');
  });

  it('5 ask for the library’s fields in its order and words, with exactly one kind of ID', async () => {
    const shown = await show('guest');
    const names = (): string[] => controls(shown).filter((name) => name !== 'idKind');
    expect(names()).to.deep.equal(['cardno', 'userName', 'userMail', 'userTelephone']);
    expect(textOf(shown.find('label[for=cardno]'))).to.equal('Nummeret på dit skibskort');
    expect(textOf(shown.find('label[for=userTelephone]'))).to.contain('(frivilligt)');
    shown.find('[name=idKind][value=cpr]').click();
    expect(names()).to.deep.equal(['cpr', 'userName', 'userMail', 'userTelephone']);
    submit(shown);
    const event = shown.sent.at(-1);
    expect(event?.type === 'form.submitted' && event.errors.map(({ field }) => field)).to.deep.equal(['cpr', 'userName', 'userMail']);
    expect(textOf(shown.find('#userName-error'))).to.contain('Udfyld: Navn');
  });

  it('5 keep what a guest types out of every event', async () => {
    const shown = await show('guest');
    shown.find('#cardno').focus();
    await sendKeys({ type: '4711' });
    shown.find('#userName').focus();
    await sendKeys({ type: 'Astrid' });
    shown.find('#userMail').focus();
    await sendKeys({ type: 'a@b.example' });
    submit(shown);
    expect(shown.ui.secrets.get('guest')).to.deep.equal({ cardno: '4711', userName: 'Astrid', userMail: 'a@b.example' });
    expect(JSON.stringify(shown.sent)).not.to.match(/4711|Astrid|a@b/);
  });

  it('7 and 18 say before the choice that MitID is the way in from then on, and the public library’s login', async () => {
    for (const name of ['link offer', 'linked', 'belongs to a profile']) {
      expect(cardOf(await show(name)), name)
        .to.match(/MitID/)
        .and.to.match(/folkebiblioteks login/);
      host.remove();
    }
    await show('link offer');
  });

  it('9 name all that a profile gives', async () => {
    const { root } = await show('link offer');
    expect(root.querySelectorAll('.gets li')).to.have.length(6);
  });

  it('10 offer the library’s login and MitID', async () => {
    const { find, sent } = await show('login method');
    find('[data-action=card]').click();
    find('[data-action=identify]').click();
    expect(sent.map(({ type }) => type)).to.deep.equal(['card.chosen', 'identity.chosen']);
  });

  it('11 and 12 say why nobody can log in there, and offer the other ways in one press', async () => {
    const { find, sent, root } = await show('login, unsupported');
    expect(textOf(root.querySelector('.card'))).to.contain('Biblioteket har valgt det fra');
    expect(root.querySelector('input')).to.equal(null);
    for (const action of ['guest', 'identify', 'change']) find(`[data-action=${action}]`).click();
    expect(sent.map(({ type }) => type)).to.deep.equal(['guest.chosen', 'identity.chosen', 'library.change']);
  });

  it('14 hint at the PIN of the machines, and take one that is no digits where the library has such', async () => {
    const shown = await show('card, wrong');
    expect(textOf(shown.find('#pin-hint'))).to.equal('Den, du bruger på bibliotekets maskiner');
    expect(cardOf(shown)).to.contain('Du har 2 forsøg tilbage');
    host.remove();
    const school = await show('card, by e-mail');
    expect(school.find<HTMLInputElement>('#pin').inputMode).to.equal('');
    school.find('#userId').focus();
    await sendKeys({ type: 'astrid@ucn.example' });
    school.find('#pin').focus();
    await sendKeys({ type: 'Studie-25' });
    submit(school);
    expect(school.sent.at(-1)).to.deep.equal({ type: 'form.submitted', errors: [] });
    expect(school.ui.secrets.get('proof')).to.deep.include({ userId: 'astrid@ucn.example', pin: 'Studie-25' });
    expect(JSON.stringify(school.sent)).not.to.match(/Studie|astrid/);
  });

  it('17 ask now, later or never, and say for how long', async () => {
    const shown = await show('link offer');
    expect([...shown.root.querySelectorAll<HTMLInputElement>('[name=link]')].map(({ value }) => value)).to.deep.equal([
      'now',
      'later',
      'never',
    ]);
    expect(cardOf(shown)).to.contain('I 90 dage');
    submit(shown);
    expect(shown.sent.at(-1)).to.deep.equal({ type: 'choice.submitted', name: 'link', value: null });
  });

  it('20 confirm in place that the library leaves the profile, and say how to undo it', async () => {
    const { find, sent } = await show('belongs to a profile, confirming');
    expect(textOf(find('[role=alert]'))).to.contain('du kan tilføje biblioteket igen senere');
    find('[data-action=remove]').click();
    expect(sent.at(-1)).to.deep.equal({ type: 'flow.finish' });
  });

  it('21 name each reason why the order’s PIN is not taken', async () => {
    expect(cardOf(await show('order PIN, wrong, session ending')))
      .to.match(/passer ikke sammen/)
      .and.to.match(/1 forsøg/);
    host.remove();
    expect(textOf((await show('login, blocked')).find('h2'))).to.equal('Du er spærret hos Dansk Polarforskningsbibliotek');
    host.remove();
    expect(textOf((await show('login, gone')).find('h2'))).to.contain('ikke låner');
  });

  it('22 say so where a profile has no libraries, and offer to add one', async () => {
    const shown = await show('my libraries, none');
    expect(cardOf(shown)).to.contain('Der er ingen biblioteker i din profil endnu');
    shown.find('[data-action=add]').click();
    expect(shown.sent).to.deep.equal([{ type: 'library.change' }]);
  });

  it('23 mark the libraries that come by themselves, which can’t be removed', async () => {
    const shown = await show('my libraries');
    const [own, added] = [...shown.root.querySelectorAll('.libraries li')];
    expect(textOf(own!)).to.match(/^Aarhus Bibliotekerne ?Følger med af sig selv, så længe du er låner der$/);
    expect(own!.querySelector('button')).to.equal(null);
    const remove = added!.querySelector('button')!;
    expect(remove.ariaLabel).to.equal('Fjern: Dansk Polarforskningsbibliotek');
    remove.click();
    expect(shown.sent.at(-1)).to.deep.equal({ type: 'library.remove', id: 'DK-820050' });
  });

  it('24 name each reason why a library can’t be added', async () => {
    const seen = new Set<string>();
    for (const reason of ['account-mismatch', 'already-linked', 'automatic', 'not-permitted']) {
      seen.add(textOf((await show(`link refused, ${reason}`)).find('[part~=text]')));
      host.remove();
    }
    expect(seen.size).to.equal(4);
    await show('linked');
  });

  it('25 point at nothing any more when the list is another one', async () => {
    const stage = await show('login');
    stage.find('#library').focus();
    await sendKeys({ press: 'ArrowDown' });
    const input = stage.find('#library');
    const box = stage.find<LibrarySignupCombobox>('library-signup-combobox');
    await box.updateComplete;
    expect(input.getAttribute('aria-activedescendant')).to.equal('library-option-0');
    const { login } = situationOf('login').context ?? {};
    stage.draw({ context: { login: { ...login!, found: [...login!.found!].reverse() } } });
    await box.updateComplete;
    expect(input.getAttribute('aria-activedescendant')).to.equal(null);
  });

  it('25 search while one types, say why a library is there, and show the next ones in place of these', async () => {
    const { find, sent, root } = await show('login, used before');
    find('#library').focus();
    await sendKeys({ type: 'u' });
    await find<LibrarySignupCombobox>('library-signup-combobox').updateComplete;
    expect(sent.at(-1)).to.deep.equal({ type: 'library.typed', text: 'u' });
    expect(textOf(root.querySelector('[data-value="DK-861640"]'))).to.contain('Også kaldet Professionshøjskolen UCN');
    find('[data-value="DK-861640"]').click();
    expect(sent.at(-1)).to.deep.equal({ type: 'library.chosen', id: 'DK-861640' });
    find('[data-action=more]').click();
    expect(sent.at(-1)).to.deep.equal({ type: 'libraries.more' });
    await find<LibrarySignupCombobox>('library-signup-combobox').updateComplete;
    expect([root.activeElement?.id, find('#library').ariaExpanded]).to.deep.equal(['library', 'true']);
    find('.recent [data-library="DK-820050"]').click();
    expect(sent.at(-1)).to.deep.equal({ type: 'library.chosen', id: 'DK-820050' });
  });
});
