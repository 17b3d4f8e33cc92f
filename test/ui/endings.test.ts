import { expect } from '@open-wc/testing';
import { SITUATIONS, stage, type Stage } from '../support/screens.js';

let host: HTMLElement;

async function show(name: string): Promise<Stage> {
  const situation = SITUATIONS.find((one) => one.name === name);
  if (!situation) throw new Error(name);
  host = document.createElement('div');
  document.body.append(host);
  return stage(host, situation, 'da');
}

const ENDINGS = [
  'done',
  'already a patron',
  'under age, guardian',
  'blocked',
  'no registry data',
  'failed',
  'failed, for good',
  'PIN ordered',
  'desk',
  'e-access',
  'application received',
  'reminder sent',
  'PIN changed',
];

describe('whatever has come to an end', () => {
  afterEach(() => host.remove());

  for (const name of ENDINGS) {
    it(`has the ways on, then the library, then starting over: ${name}`, async () => {
      const { root } = await show(name);
      const order = [...root.querySelectorAll('.actions > *, .contact')].map((one) =>
        one.matches('.contact') ? 'library' : one.matches('[data-action=restart]') ? 'start over' : 'way',
      );
      expect(order).to.include('library');
      expect(order).to.deep.equal([...order].sort((one, other) => RANK.indexOf(one) - RANK.indexOf(other)));
    });
  }
  const RANK = ['way', 'library', 'start over'];

  for (const [name, isGood] of [
    ['done', true],
    ['application received', true],
    ['PIN ordered', true],
    ['desk', true],
    ['PIN changed', true],
    ['reminder sent', true],
    ['blocked', false],
    ['failed', false],
  ] as const) {
    it(`${isGood ? 'is signed as done' : 'has no sign of success'}: ${name}`, async () => {
      const { find } = await show(name);
      expect(getComputedStyle(find('h2'), '::before').content).to.contain(isGood ? '✓' : 'none');
    });
  }

  it('has the library first where trying again is in vain, and else not', async () => {
    const looksOf = ({ root }: Stage): (string | undefined)[] =>
      ['retry', 'contact'].map((name) => root.querySelector(`[data-action=${name}]`)?.className);
    expect(looksOf(await show('failed, for good'))).to.deep.equal(['secondary', 'primary']);
    host.remove();
    expect(looksOf(await show('failed'))).to.deep.equal(['primary', 'secondary']);
  });

  it('shows the card with the masked user ID, for the eye only', async () => {
    const { find } = await show('done');
    expect(find('.patron-card').textContent?.trim()).to.contain('Københavns Biblioteker').and.to.contain('140292-••••');
    expect(find('.patron-card').ariaHidden).to.equal('true');
  });
});

describe('the way through a registration', () => {
  afterEach(() => host.remove());

  for (const [name, station] of [
    ['identify', 'Log ind'],
    ['details', 'Oplysninger'],
    ['child', 'Oplysninger'],
    ['done', 'Færdig'],
    ['application received', 'Færdig'],
  ] as const) {
    it(`is at “${station}” on ${name}, and the heading says so`, async () => {
      const { find, root } = await show(name);
      expect([...root.querySelectorAll('.way li')].map(({ textContent }) => textContent)).to.deep.equal([
        'Log ind',
        'Oplysninger',
        'Færdig',
      ]);
      expect(find('[aria-current=step]').textContent).to.equal(station);
      expect(find('h2').getAttribute('aria-describedby')?.split(' ')[0]).to.equal(find('[aria-current=step]').id);
    });
  }

  for (const name of ['identify, campus', 'audience', 'blocked', 'recover']) {
    it(`promises nothing on ${name}`, async () => {
      const { root } = await show(name);
      expect(root.querySelector('.way')).to.equal(null);
      expect(root.querySelector('h2')?.getAttribute('aria-describedby') ?? '').not.to.contain('way');
    });
  }
});

describe('the button that logs in', () => {
  afterEach(() => host.remove());

  it('is above the fold of a phone of 360 × 640 pixels', async () => {
    const { find, root } = await show('identify');
    host.style.inlineSize = '344px';
    const { top } = root.querySelector('.card')!.getBoundingClientRect();
    expect(find('[data-action=identify]').getBoundingClientRect().bottom - top).to.be.below(400);
  });
});
