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
const textOf = ({ root }: Stage): string => root.querySelector('.card')?.textContent?.replace(/\s+/g, ' ') ?? '';

describe('the questions of campus and hospital', () => {
  afterEach(() => host.remove());

  for (const [name, choice, value] of [
    ['has CPR', 'hasCpr', 'no'],
    ['needs loans', 'needsLoans', 'yes'],
    ['PIN route', 'pinRoute', 'login'],
    ['has login', 'hasLogin', 'no'],
  ] as const) {
    it(`${choice} sends the answer, or that there was none`, async () => {
      const { find, sent } = await show(name);
      find('button[type=submit]').click();
      find(`[name=${choice}][value=${value}]`).click();
      find('button[type=submit]').click();
      expect(sent).to.deep.equal([
        { type: 'choice.submitted', name: choice, value: null },
        { type: 'choice.submitted', name: choice, value },
      ]);
    });
  }

  it('say kindly why WAYF led here', async () => {
    const { find } = await show('needs loans, no CPR from WAYF');
    expect(find('[data-notice=no-cpr]').textContent).to.contain('Det gør ikke noget');
    expect(find('h2').getAttribute('aria-describedby')).to.equal('notice');
  });
});

describe('ordering a PIN', () => {
  afterEach(() => host.remove());

  it('keeps the user ID, which may be a CPR number, out of every event', async () => {
    const stage = await show('PIN order');
    stage.find('#userId').focus();
    await sendKeys({ type: ' 610190-4321' });
    await sendKeys({ press: 'Enter' });
    expect(stage.ui.secrets.get('userId')).to.equal('610190-4321');
    expect(stage.sent).to.deep.equal([{ type: 'form.submitted', errors: [] }]);
  });

  it('says what this library uses as user ID', async () => {
    expect((await show('PIN order')).find('#userId-hint').textContent).to.equal('Dit CPR-nummer eller dit lånerkortnummer');
  });

  it('needs something to order it for', async () => {
    const { find, sent } = await show('PIN order');
    find('button[type=submit]').click();
    expect(sent).to.deep.equal([{ type: 'form.submitted', errors: [{ field: 'userId', code: 'required' }] }]);
    expect(find('#userId-error').textContent).to.contain('Skriv dit bruger-id');
  });

  it('ends in words that reveal nothing', async () => {
    expect(textOf(await show('PIN ordered'))).to.contain('Er du låner, sender vi');
  });
});

describe('the desk', () => {
  afterEach(() => host.remove());

  it('says what students and employees bring, and what they get', async () => {
    expect(textOf(await show('desk', {}, 'en')))
      .to.contain('Your student card and your AU ID.')
      .and.to.contain('temporary borrower ID. With it and a PIN you can borrow and print');
    host.remove();
    expect(textOf(await show('desk, employee', {}, 'en')))
      .to.contain('Bring Your AU ID.')
      .and.to.contain('temporary library card. With it and a PIN you can borrow and print');
  });

  it('has address, hours and a map for each service point, by position or by address', async () => {
    const stage = await show('desk');
    expect(textOf(stage)).to.contain('Victor Albecks Vej 1, 8000 Aarhus C').and.to.contain('man.–fre. 10–18');
    expect([...stage.root.querySelectorAll('details')].map((place) => place.querySelector('b')?.textContent)).to.deep.equal([
      'Bemandet',
      'Bemandet',
    ]);
    const maps = [...stage.root.querySelectorAll<HTMLAnchorElement>('[data-action=map]')].map(({ href }) => href);
    expect(maps).to.deep.equal([
      'https://www.openstreetmap.org/search?query=56.1697%2C10.2034',
      'https://www.openstreetmap.org/search?query=Finlandsgade%2022%2C%208200%20Aarhus%20N',
    ]);
  });

  it('makes a calendar file of the chosen service point’s next opening, without leaving the page', async () => {
    const { find } = await show('desk');
    const make = URL.createObjectURL.bind(URL);
    let file: Blob | undefined;
    URL.createObjectURL = (blob: Blob) => {
      file = blob;
      return make(blob);
    };
    let saved = '';
    const stop = (event: Event): void => {
      saved = (event.target as HTMLAnchorElement).download;
      event.preventDefault();
    };
    const click = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      this.addEventListener('click', stop);
      click.call(this);
    };
    try {
      find('[data-action=calendar]').click();
    } finally {
      HTMLAnchorElement.prototype.click = click;
      URL.createObjectURL = make;
    }
    expect(saved).to.equal('library.ics');
    const text = (await file?.text())?.replace(/\r\n /g, '') ?? '';
    expect(text)
      .to.contain('LOCATION:AU Library\\, Det Kgl. Bibliotek\\, Victor Albecks Vej 1')
      .and.to.contain('Tag med: dit studiekort og dit AU-id');
    expect(text.match(/BEGIN:VEVENT/g)).to.have.length(1);
  });

  it('folds away only what there is', async () => {
    const { root } = await show('desk');
    expect([...root.querySelectorAll('.places > *')].map(({ localName }) => localName)).to.deep.equal(['details', 'details', 'p']);
  });

  it('says today’s hours as the choice of a branch does', async () => {
    const openingHours = [1, 2, 3, 4, 5, 6, 7].flatMap((day) => [
      { day, opens: '08:00', closes: '20:00' },
      { day, opens: '10:00', closes: '18:00', staffed: true },
    ]);
    const place = { id: 'DK-1', name: 'Bibliotek', openingHours };
    const { find } = await show('desk', { context: { answers: { audience: 'student' }, servicePoints: [place] } });
    expect(find('summary').textContent).to.contain('Åbent i dag 8–20, bemandet 10–18');
  });

  it('works without the list', async () => {
    expect(textOf(await show('desk, no list'))).to.contain('Vi kan ikke vise adresser lige nu');
  });
});

describe('what is said before the login', () => {
  afterEach(() => host.remove());

  it('to a guardian', async () => {
    const stage = await show('identify, child');
    expect(textOf(stage)).to.contain('Registrér et barn').and.to.contain('Barnet skal være under 18').and.not.to.contain('Er du under');
    stage.find('[data-action=paper]').click();
    expect(stage.sent).to.deep.equal([{ type: 'paper.chosen' }]);
  });

  it('to students: the institution to log in at, and what for', async () => {
    expect(textOf(await show('identify, campus')))
      .to.contain('Log ind, og vælg din pinkode')
      .and.to.contain('Du skal have et login fra dit universitet.')
      .and.to.contain('Du logger ind hos au.dk')
      .and.to.contain('Er du ikke låner endnu, også din e-mail og dit afhentningssted.')
      .and.to.contain('En pinkode, som du selv vælger')
      .and.not.to.contain('MitID');
  });

  it('to hospital staff: that the kaldemail is confirmed', async () => {
    expect(textOf(await show('identify, hospital with a kaldemail'))).to.contain('Din kaldemail er bekræftet');
    host.remove();
    expect(textOf(await show('identify, hospital with a login')))
      .to.contain('au.dk')
      .and.not.to.contain('kaldemail');
  });

  it('to private users, also those who come for NemID', async () => {
    const stage = await show('identify, private, NemID');
    expect(textOf(stage)).to.contain('fyldt 18 år og have MitID');
    expect(stage.find('[data-notice=nemid-closed]').textContent).to.contain('31. oktober 2023');
  });
});

describe('refusals in the words of the audience', () => {
  afterEach(() => host.remove());

  it('tell a student that a PIN is all there is to get', async () => {
    const stage = await show('already a patron, campus');
    expect(textOf(stage)).to.contain('automatisk lånere');
    expect(stage.find('[data-action=new-pin]')).not.to.equal(null);
  });

  it('tell a guardian who is too young', async () => {
    expect(textOf(await show('under age, guardian'))).to.contain('skal være voksen');
  });
});
