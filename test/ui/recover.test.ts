import type { Language } from '../../src/contracts/text.js';
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { SITUATIONS, stage, type Situation, type Stage } from '../support/screens.js';

let host: HTMLElement;

async function show(name: string, change: Partial<Situation> = {}, language: Language = 'da'): Promise<Stage> {
  const situation = SITUATIONS.find((one) => one.name === name);
  if (!situation) throw new Error(name);
  host = document.createElement('div');
  document.body.append(host);
  return stage(host, { ...situation, ...change }, language);
}
const textOf = (element: Element | null): string => element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const cardOf = ({ root }: Stage): string => textOf(root.querySelector('.card'));
const submit = ({ find }: Stage): void => find('button[type=submit]').click();

describe('the screens for a forgotten user ID or PIN', () => {
  afterEach(() => host.remove());

  it('ask what is forgotten, say what each is for, and send the choice', async () => {
    const shown = await show('recover');
    expect(textOf(shown.find('h2'))).to.equal('Hvad har du glemt?');
    expect([...shown.root.querySelectorAll('.option')].map(textOf)).to.deep.equal([
      'Mit bruger-id til MitID Til at logge ind med MitID',
      'Mit bruger-id til biblioteket Til at logge ind hos biblioteket',
      'Min pinkode til biblioteket Til at låne og logge ind',
    ]);
    submit(shown);
    for (const value of ['mitid', 'library', 'pin']) {
      shown.find(`[name=forgotten][value=${value}]`).click();
      submit(shown);
      expect(shown.sent.at(-1)).to.deep.equal({ type: 'choice.submitted', name: 'forgotten', value });
    }
    expect(shown.sent[0]).to.deep.equal({ type: 'choice.submitted', name: 'forgotten', value: null });
  });

  it('lead back to where a detour started, and to the library’s login otherwise', async () => {
    const detour = await show('PIN changed, detour');
    detour.find('[data-action=return]').click();
    expect(detour.sent).to.deep.equal([{ type: 'flow.return' }]);
    expect(detour.root.querySelector('[data-action=login]')).to.equal(null);
    host.remove();
    const alone = await show('PIN changed');
    expect(alone.find('[data-action=login]').getAttribute('href')).to.equal('https://bibliotek.example/');
    expect(alone.root.querySelector('[data-action=return]')).to.equal(null);
  });

  it('offer the library’s login first only where it is the answer', async () => {
    for (const [name, look] of [
      ['PIN changed', 'primary'],
      ['user IDs', 'primary'],
      ['user IDs, none', 'secondary'],
      ['reminder sent', 'secondary'],
      ['MitID by phone', 'quiet'],
      ['MitID in person', 'quiet'],
      ['MitID app, scanning', 'quiet'],
    ] as const) {
      expect((await show(name)).find('[data-action=login]').className, name).to.equal(look);
      host.remove();
    }
    const { find } = await show('MitID in person');
    const next = find<HTMLAnchorElement>('a.primary');
    expect([next.target, next.part.value]).to.deep.equal(['_blank', 'button button-primary']);
    expect(textOf(next)).to.contain('åbner i en ny fane');
  });

  it('offer only the routes that the library has', async () => {
    const { root } = await show('library');
    expect([...root.querySelectorAll('[name=route]')].map((radio) => (radio as HTMLInputElement).value)).to.deep.equal(['login', 'email']);
    host.remove();
    const only = await show('library, by e-mail only');
    expect(only.root.querySelectorAll('[name=route]')).to.have.length(0);
    expect(textOf(only.find('button[type=submit]'))).to.equal('Få en mail');
    submit(only);
    expect(only.sent).to.deep.equal([{ type: 'choice.submitted', name: 'route', value: 'email' }]);
  });

  it('say before the login what it is for', async () => {
    expect(textOf((await show('recover, identify')).find('h2'))).to.equal('Log ind for at se dit bruger-id');
    host.remove();
    const { find, root } = await show('recover, identify', { context: { answers: { forgotten: 'pin' } } });
    expect(textOf(find('h2'))).to.equal('Log ind for at vælge en ny pinkode');
    expect([...root.querySelectorAll('[data-action=identify]')].map((button) => button.getAttribute('data-provider'))).to.deep.equal([
      'mitid',
      'wayf',
      'host',
    ]);
  });

  for (const [notice, words] of [
    ['link-expired', 'brugt eller for gammelt'],
    ['link-unknown', 'virker ikke'],
  ] as const) {
    it(`say so when the mailed link is no good (${notice}), and offer a new one`, async () => {
      const shown = await show('PIN by e-mail', { context: { notice } });
      expect(textOf(shown.find(`[data-notice=${notice}]`))).to.contain(words);
      expect(textOf(shown.find('button[type=submit]'))).to.equal('Få en mail');
    });
  }
});

describe('the two questions about MitID', () => {
  afterEach(() => host.remove());

  it('are sent together', async () => {
    const shown = await show('MitID');
    shown.find('[name=document][value=foreign-with-cpr]').click();
    shown.find('[name=app][value=no]').click();
    submit(shown);
    expect(shown.sent).to.deep.equal([
      { type: 'answers.changed', values: { document: 'foreign-with-cpr', app: 'no' } },
      { type: 'form.submitted', errors: [] },
    ]);
  });

  it('name each one that has no answer, and keep the other', async () => {
    const shown = await show('MitID');
    shown.find('[name=document][value=danish]').click();
    submit(shown);
    expect(shown.sent.at(-1)).to.deep.equal({ type: 'form.submitted', errors: [{ field: 'app', code: 'required' }] });
    expect(textOf(shown.find('#app-error'))).to.equal('Fejl: Vælg, om du har MitID-appen');
    expect(shown.find<HTMLInputElement>('[value=danish]').checked).to.equal(true);
  });

  it('never ask for the user ID', async () => {
    for (const { name } of SITUATIONS.filter(({ step }) => step.startsWith('recover.mitid'))) {
      const { root } = await show(name);
      expect(root.querySelector('input:not([type=radio], [type=checkbox]), textarea'), name).to.equal(null);
      host.remove();
    }
  });
});

describe('the guide through MitID’s app', () => {
  afterEach(() => host.remove());

  it('shows one action at a time, with a picture that says nothing', async () => {
    const { root } = await show('MitID app');
    expect([...root.querySelectorAll('.guide > [aria-current=step]')].map((step) => textOf(step.querySelector('label')))).to.deep.equal([
      'Tryk på menuen øverst på skærmen',
    ]);
    expect(root.querySelectorAll('svg')).to.have.length(1);
    expect(root.querySelector('svg')?.getAttribute('aria-hidden')).to.equal('true');
  });

  it('opens the next action when one is ticked off, and counts along', async () => {
    const shown = await show('MitID app');
    for (let at = 1; at <= 7; at += 1) {
      expect(textOf(shown.find('#progress'))).to.equal(`Trin ${at} af 7`);
      expect(shown.find<HTMLProgressElement>('progress').value).to.equal(at - 1);
      shown.find(`#guide-${at}`).focus();
      await sendKeys({ press: ' ' });
      expect(shown.root.activeElement?.id).to.equal(`guide-${at}`);
    }
    expect(shown.sent.at(-1)).to.deep.equal({ type: 'answers.changed', values: { guide: '1,2,3,4,5,6,7' } });
    expect(textOf(shown.find('#progress'))).to.equal('Alle trin er gjort');
  });

  it('goes back to an action whose tick is taken away', async () => {
    const shown = await show('MitID app, scanning');
    shown.find('#guide-2').click();
    expect(shown.sent.at(-1)).to.deep.equal({ type: 'answers.changed', values: { guide: '1,3,4,5' } });
    expect(textOf(shown.find('[aria-current=step] label'))).to.equal('Tryk på Se bruger-ID i menuen');
  });

  it('has the other ways at hand', async () => {
    const shown = await show('MitID app');
    for (const value of ['phone', 'in-person']) {
      shown.find(`[data-action=help][value=${value}]`).click();
      expect(shown.sent.at(-1)).to.deep.equal({ type: 'choice.submitted', name: 'help', value });
    }
    expect(shown.root.querySelector('[data-action=help][value=app]')).to.equal(null);
  });

  it('says when it was written, and leads to MitID’s own words in a tab of their own', async () => {
    for (const [language, date, door] of [
      ['da', 'november 2026', 'https://www.mitid.dk/hjaelp/'],
      ['en', 'November 2026', 'https://www.mitid.dk/en-gb/help/'],
    ] as const) {
      const shown = await show('MitID app', {}, language);
      expect(cardOf(shown)).to.contain(date);
      const link = shown.find<HTMLAnchorElement>(`a[href^="${door}"]`);
      expect([link.target, link.rel]).to.deep.equal(['_blank', 'noopener']);
      host.remove();
    }
  });
});

/** Sentences of MitID's page about a forgotten user ID, each where a patron meets it. */
const SEED: readonly (readonly [situation: string, words: string])[] = [
  ['MitID', 'find it yourself in the MitID app, or get help from MitID Support or Citizen Service'],
  ['MitID app', 'Find it in the MitID app'],
  ['MitID app', 'Press the menu at the top of the screen'],
  ['MitID app', 'Press View user ID in the menu'],
  ['MitID app', 'Select user'],
  ['MitID app', 'intro page'],
  ['MitID app', 'Choose where your passport or ID card is from'],
  ['MitID app', 'Scan your passport or ID card and your face'],
  ['MitID app, scanning', 'confirms that it’s you'],
  ['MitID app, scanning', 'guide on how to scan your passport and face'],
  ['MitID app', 'View your user ID'],
  ['MitID app', 'Want to change your user ID?'],
  ['MitID app', 'Press Change user ID.'],
  ['MitID app', 'Enter your new user ID, and press Save.'],
  ['MitID app', 'available or not valid'],
  ['MitID app', 'It is then in place. Use it the next time you log on or approve something with MitID'],
  [
    'MitID in person, no CPR number',
    'With a foreign passport, or a passport without a Danish CPR number, you need to contact Citizen Service',
  ],
  ['MitID by phone', 'The number of a valid Danish or Greenlandic passport or driver’s licence'],
  ['MitID by phone', 'your information in the CPR register'],
  ['MitID by phone', 'If you can’t answer enough questions, visit Citizen Service in person'],
  ['MitID by phone', 'Call +45 33 98 00 10'],
  ['MitID by phone', 'You need to call, not write'],
  ['MitID by phone', 'you can only get the user ID over the phone'],
  ['MitID in person', 'At Citizen Service you can get your user ID'],
  ['MitID in person', 'About yourself, based on your information in the CPR register'],
  ['MitID in person', 'Make an appointment'],
  ['MitID in person', 'Valid identification'],
  ['MitID in person', 'Find Citizen Service and see what valid identification is'],
];

describe('what MitID says about a forgotten user ID', () => {
  afterEach(() => host.remove());

  for (const [situation, words] of SEED) {
    it(`stands on its screen: ${words}`, async () => {
      expect(cardOf(await show(situation, {}, 'en'))).to.contain(words);
    });
  }

  it('tells about several users of one app when it comes to that', async () => {
    const shown = await show('MitID app', { context: { answers: { guide: '1,2' } } }, 'en');
    expect(cardOf(shown)).to.contain('If more than one user is using the app, it shows a list');
  });

  it('has the rules of a new user ID', async () => {
    const text = cardOf(await show('MitID app', {}, 'en'));
    for (const rule of [
      '5–48 symbols',
      'letters a–z, æ, ø and å',
      'not be your CPR number, 10 digits or somebody else’s',
      'not start or end with a space',
    ])
      expect(text).to.contain(rule);
  });

  it('can be called from a phone', async () => {
    expect((await show('MitID by phone')).find('a[data-action=contact]').getAttribute('href')).to.equal('tel:+4533980010');
  });

  it('knows one way only without a Danish CPR number', async () => {
    expect((await show('MitID in person, no CPR number')).root.querySelector('[data-action=help]')).to.equal(null);
    host.remove();
    expect((await show('MitID in person')).root.querySelectorAll('[data-action=help]')).to.have.length(2);
  });
});

describe('the user IDs', () => {
  afterEach(() => host.remove());

  it('are shown as the library system masks them, under the library’s own names', async () => {
    const { root } = await show('user IDs');
    expect([...root.querySelectorAll('dl > div')].map(textOf)).to.deep.equal([
      'Dit CPR-nummer 140292-••••',
      'Dit lånerkortnummer ••••••1234',
      'Kundenummer K••••7',
    ]);
  });

  it('come before the offer to add the e-mail address, which has a heading and no primary button', async () => {
    const { find, root } = await show('user IDs');
    const order = [...root.querySelectorAll('dl, [data-action=login], h3, form, .contact')].map(({ localName }) => localName);
    expect(order.slice(0, 4)).to.deep.equal(['dl', 'a', 'h3', 'form']);
    expect(textOf(find('h3'))).to.equal('Vil du også kunne logge ind med din e-mail?');
    expect(root.querySelectorAll('button[type=submit]')).to.have.length(1);
    expect([...root.querySelectorAll('.primary, [part~=button-primary]')].map(({ localName }) => localName)).to.deep.equal(['a']);
  });

  it('lead to the library first where there is none', async () => {
    const { root } = await show('user IDs, none');
    expect([...root.querySelectorAll('.contact, .actions')].map(({ className }) => className)).to.deep.equal([
      'contact primary-contact',
      'actions',
    ]);
  });

  it('can have the e-mail address among them, unless it is there, or the library doesn’t want it', async () => {
    const shown = await show('user IDs');
    shown.find('#email').focus();
    await sendKeys({ type: ' anna@example.dk ' });
    await sendKeys({ press: 'Enter' });
    expect(shown.sent.slice(-2)).to.deep.equal([
      { type: 'draft.changed', values: { email: 'anna@example.dk' } },
      { type: 'form.submitted', errors: [] },
    ]);
    shown.draw({ context: { emailIsUserId: true } });
    expect(textOf(shown.find('[role=status]'))).to.equal('Nu kan du logge ind med din e-mail.');
    expect(shown.root.querySelector('form')).to.equal(null);
    shown.draw({ context: { emailIsUserId: false, userIds: [{ type: 'email', hint: 'a•••@example.dk' }] } });
    expect(shown.root.querySelector('form')).to.equal(null);
    host.remove();
    expect((await show('user IDs, none')).root.querySelector('form')).to.equal(null);
  });

  it('have words for each reason why the address can’t be one', async () => {
    const said = new Set<string>();
    const codes = ['required', 'invalid', 'not-verified', 'account-mismatch', 'too-many', 'already-linked', 'not-permitted'];
    for (const code of codes) {
      const { find } = await show('user IDs', { context: { userIds: [], errors: [{ field: 'email', code }] } });
      said.add(textOf(find('#email-error')));
      host.remove();
    }
    expect(said.size).to.equal(codes.length);
  });
});

describe('help by e-mail', () => {
  afterEach(() => host.remove());

  for (const name of ['reminder', 'PIN by e-mail']) {
    it(`asks for an address that can be one (${name})`, async () => {
      const shown = await show(name);
      submit(shown);
      expect(shown.sent.at(-1)).to.deep.equal({ type: 'form.submitted', errors: [{ field: 'email', code: 'required' }] });
      shown.find('#email').focus();
      await sendKeys({ type: 'anna@example.dk' });
      submit(shown);
      expect(shown.sent.at(-1)).to.deep.equal({ type: 'form.submitted', errors: [] });
    });
  }

  for (const name of ['reminder sent', 'PIN by e-mail, sent']) {
    it(`answers everyone alike (${name})`, async () => {
      const cards: string[] = [];
      for (const email of ['anna@example.dk', 'nobody@example.dk']) {
        const { root } = await show(name, { context: { draft: { email } } });
        cards.push((root.querySelector('.card')?.innerHTML ?? '').replace(/<!--.*?-->/g, ''));
        host.remove();
      }
      expect(cards[0]).to.equal(cards[1]);
    });
  }
});

describe('a new PIN', () => {
  afterEach(() => host.remove());

  it('follows the rules of the registration, and stays in the private holder', async () => {
    const shown = await show('new PIN', { person: { birthDate: '1992-02-14' } });
    expect(textOf(shown.find('label[for=pin]'))).to.equal('Ny pinkode');
    shown.find('#pin').focus();
    await sendKeys({ type: '1402' });
    submit(shown);
    expect(shown.sent.at(-1)).to.deep.equal({ type: 'form.submitted', errors: [{ field: 'pin', code: 'weak-birth-date' }] });
    shown.find<HTMLInputElement>('#pin').select();
    await sendKeys({ type: '2580' });
    submit(shown);
    expect(shown.sent.at(-1)).to.deep.equal({ type: 'form.submitted', errors: [] });
    expect(shown.ui.secrets.get('pin')).to.equal('2580');
    expect(JSON.stringify(shown.sent)).not.to.match(/1402|2580/);
  });

  it('warns before the session ends', async () => {
    const { find, sent } = await show('new PIN, weak, session ending');
    find('[data-action=extend]').click();
    expect(sent.at(-1)).to.deep.equal({ type: 'session.extend' });
  });
});
