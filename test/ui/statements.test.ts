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

/** What libraries' own pages said, where no other test reads it (docs/seeds.md). */
describe('what students and employees are told', () => {
  afterEach(() => host.remove());

  it('that they are patrons already and need a PIN, by e-mail or by their login', async () => {
    expect(textOf(await show('PIN route')))
      .to.contain('Students and employees are patrons automatically. All you need is a PIN.')
      .and.to.contain('Get it by e-mail')
      .and.to.contain('With your university login, by WAYF, which education and research have in common');
  });

  it('that articles, e-books and databases work with the login alone, and that borrowing takes more', async () => {
    expect(textOf(await show('e-access')))
      .to.contain(
        'Articles, e-books and databases work for students and employees when they log in with WAYF, and for the hospital’s employees in the same way.',
      )
      .and.to.contain('To borrow books or print, come back when you have a CPR number');
  });

  it('that borrowing and printing without a CPR number begins at the desk', async () => {
    expect(textOf(await show('needs loans'))).to.contain('borrow books or print before you get a CPR number');
  });
});

describe('what a library uses as user ID', () => {
  afterEach(() => host.remove());

  it('is said before anybody looks for theirs: CPR number, card, e-mail or a number of its own', async () => {
    const config = configOf();
    const shown = await show('library', {
      config: { ...config, library: { ...config.library, userIds: ['cpr', 'card', 'email', 'local'] } },
    });
    for (const id of ['Your CPR number', 'Your library card number', 'Your e-mail', 'Your borrower number', 'PIN']) {
      expect(textOf(shown)).to.contain(id);
    }
  });
});

describe('who can become a patron', () => {
  afterEach(() => host.remove());

  it('is a card for each kind of user, in the library’s own words', async () => {
    const audiences = [
      { id: 'student', kind: 'campus', providers: ['wayf'], label: 'Student', description: 'at Aarhus University' },
      { id: 'employee', kind: 'campus', providers: ['wayf'], label: 'Employee', description: 'at Aarhus University' },
      { id: 'staff', kind: 'campus', providers: ['wayf'], label: 'Employee', description: 'at Aarhus University Hospital' },
      { id: 'private', kind: 'private', providers: ['mitid'] },
    ] as const;
    const text = textOf(
      await show('audience', { config: configOf({ audiences: audiences.map((one) => ({ ...one, providers: [...one.providers] })) }) }),
    );
    for (const words of [
      'Student at Aarhus University',
      'Employee at Aarhus University Hospital',
      'Private user You have a Danish CPR number and MitID',
    ]) {
      expect(text).to.contain(words);
    }
  });

  it('is a child, too, by a guardian who answers for what it borrows', async () => {
    const text = textOf(await show('child'));
    expect(text).to.contain('I am liable for what the child borrows, and for fees').and.to.contain('Fill in on paper instead');
  });
});
