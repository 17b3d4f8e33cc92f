import { expect } from '@open-wc/testing';
import { SITUATIONS, configOf, stage, type Situation, type Stage } from '../support/screens.js';

let host: HTMLElement;

async function show(name: string, change: Partial<Situation> = {}): Promise<Stage> {
  const situation = SITUATIONS.find((one) => one.name === name);
  if (!situation) throw new Error(name);
  host = document.createElement('div');
  document.body.append(host);
  return stage(host, { ...situation, ...change }, 'en');
}
const textOf = ({ root }: Stage): string => root.querySelector('.card')?.textContent?.replace(/\s+/g, ' ') ?? '';

describe('the end of a registration', () => {
  afterEach(() => host.remove());

  it('says that one logs in with the CPR number, never shown whole, and the PIN', async () => {
    expect(textOf(await show('done'))).to.contain('Your CPR number (140292-••••) and the PIN you chose');
  });

  it('says that the health card or the app is the card, at the machines, with the PIN', async () => {
    expect(textOf(await show('done')))
      .to.contain('Use your health card or the app Biblioteket. You get no other card. Scan it at the machines, and enter your PIN.')

      .and.not.to.contain('Collect your library card');
  });

  it('says that e-materials are for residents, to those who are and to those who are not', async () => {
    expect(textOf(await show('done'))).to.contain('E-books, audiobooks and films Yes, they are yours too.');
    host.remove();
    expect(textOf(await show('done, other municipality'))).to.contain('only for people who live in the library’s own municipality');
    host.remove();
    const config = configOf();
    expect(textOf(await show('done', { config: { ...config, library: { ...config.library, municipality: undefined } } }))).not.to.contain(
      'E-books',
    );
  });

  it('says after how long without a loan the account is deleted, and that one can come again', async () => {
    expect(textOf(await show('done')))
      .to.contain('borrow nothing for 2 years, your account is deleted')
      .and.to.contain('become a patron again');
    host.remove();
    const config = configOf();
    expect(textOf(await show('done', { config: { ...config, library: { ...config.library, inactiveYears: undefined } } }))).not.to.contain(
      'deleted',
    );
  });

  it('leads on to where the library system or the library says', async () => {
    expect((await show('done')).find('[data-action=login]').getAttribute('href')).to.equal('https://bibliotek.example/');
    host.remove();
    expect((await show('done, other municipality')).find('[data-action=login]').getAttribute('href')).to.equal(
      'https://bibliotek.example/mig',
    );
  });
});

describe('what is said to whoever is registered already or has come back', () => {
  afterEach(() => host.remove());

  it('how to log in, with a new PIN and the library’s own pages at hand', async () => {
    const { find, root } = await show('already a patron');
    expect(root.textContent).to.contain('Your CPR number (140292-••••) and your PIN');
    expect(find('[data-action=login]').getAttribute('href')).to.equal('https://bibliotek.example/');
    expect(find('[data-action=new-pin]').textContent).to.contain('I’ve forgotten my PIN');
  });

  it('why a deleted account has to be made anew', async () => {
    expect((await show('details, lapsed')).find('[data-notice=lapsed]').textContent).to.contain('borrowed nothing for 2 years');
  });

  it('where name and address come from', async () => {
    expect(textOf(await show('details'))).to.contain('name and address from the CPR register');
  });

  it('to try another login, before whom to ask, where the one that was used is no good here', async () => {
    const { root, find, sent } = await show('not permitted');
    expect([...root.querySelectorAll('[data-action=restart], .contact')].map(({ className }) => className)).to.deep.equal([
      'primary',
      'contact secondary-contact',
    ]);
    find('[data-action=restart]').click();
    expect(sent).to.deep.equal([{ type: 'flow.restart' }]);
  });

  it('to wait, where too many have tried', async () => {
    const { find } = await show('failed, wait');
    expect(find('h2').textContent).to.equal('It’s busy right now');
    expect(find('p').textContent).to.contain('Wait 1 minute');
  });

  it('what it is, where waiting or asking again is of no use', async () => {
    for (const [name, heading, words] of [
      ['failed, locked', 'Locked after too many attempts', 'Wait 20 minutes'],
      ['failed, for good', 'That can’t be done now', 'Contact the library'],
      ['not permitted, a mailbox is missing', 'You can’t become a patron here', 'confirm your kaldemail'],
    ] as const) {
      const { find, root } = await show(name);
      expect(find('h2').textContent?.trim()).to.equal(heading);
      expect(root.textContent).to.contain(words);
      host.remove();
    }
  });

  it('whom to ask, by phone, mail and the library’s page, where there is no way on', async () => {
    const { root } = await show('no registry data');
    expect([...root.querySelectorAll('[data-action=contact]')].map((link) => link.getAttribute('href'))).to.deep.equal([
      'tel:+4533663000',
      'mailto:bibliotek@kk.example',
      'https://bibliotek.example/kontakt',
    ]);
    expect(root.textContent).to.contain('The library can register you when you show your health card and another form of identification');
  });
});
