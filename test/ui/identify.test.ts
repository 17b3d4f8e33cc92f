import { expect } from '@open-wc/testing';
import type { Language } from '../../src/contracts/text.js';
import { HAND_OFF_NOTICES } from '../../src/ports.js';
import { configOf, SITUATIONS, stage, type Situation, type Stage } from '../support/screens.js';

let host: HTMLElement;

async function show(name: string, change: Partial<Situation> = {}, language: Language = 'da'): Promise<Stage> {
  const situation = SITUATIONS.find((one) => one.name === name);
  if (!situation) throw new Error(name);
  host = document.createElement('div');
  document.body.append(host);
  return stage(host, { ...situation, ...change }, language);
}

describe('the identify screen', () => {
  afterEach(() => host.remove());

  it('says before the login whether it will work', async () => {
    const { root } = await show('identify');
    const button = root.querySelector('[data-action=identify]');
    const text = root.querySelector('dl')?.textContent?.replace(/\s+/g, ' ') ?? '';
    const [lead] = root.querySelectorAll('[part=text]');
    expect(lead?.textContent).to.equal('Du skal være fyldt 18 år og have MitID.');
    // What it takes, then the button, then the facts.
    for (const [before, after] of [
      [lead, button],
      [button, root.querySelector('dl')],
    ])
      expect(before!.compareDocumentPosition(after!)).to.equal(Node.DOCUMENT_POSITION_FOLLOWING);
    for (const fact of ['anden kommune', 'E\u2011materialer', 'afhentningssted', 'pinkode på 4 cifre', '20 sekunder'])
      expect(text).to.contain(fact);
    expect([...root.querySelectorAll('[data-action=identify]')].map((button) => button.textContent?.trim())).to.deep.equal([
      'Log ind med MitID',
    ]);
  });

  for (const [language, phrase] of [
    ['da', 'Log ind med MitID'],
    ['en', 'Log on with MitID'],
  ] as const) {
    it(`has MitID's own button, in ${language}, whatever the library sets`, async () => {
      const config = {
        ...configOf(),
        texts: { [language]: { 'provider.mitid': 'Gratis is', 'register.identify.heading': 'Min overskrift' } },
      };
      const { find } = await show('identify', { config }, language);
      host.style.setProperty('--signup-accent', 'red');
      host.style.setProperty('--signup-radius', '24px');
      host.style.fontFamily = 'serif';
      const button = find('[data-action=identify][data-provider=mitid]');
      const { backgroundColor, color, blockSize, borderRadius, fontFamily } = getComputedStyle(button);
      expect({ backgroundColor, color, blockSize, borderRadius }).to.deep.equal({
        backgroundColor: 'rgb(0, 96, 230)',
        color: 'rgb(255, 255, 255)',
        blockSize: '48px',
        borderRadius: '4px',
      });
      expect(fontFamily).to.contain('IBM Plex Sans');
      expect(button.textContent?.trim()).to.equal(phrase);
      expect(button.hasAttribute('part')).to.equal(false);
      expect(find('h2').textContent?.trim()).to.equal('Min overskrift');
    });
  }

  it('sends the provider, and only once', async () => {
    const { find, sent, draw } = await show('identify');
    find('[data-action=identify]').click();
    draw({ busy: true });
    find('[data-action=identify]').click();
    expect(sent).to.deep.equal([{ type: 'identity.chosen', provider: 'mitid' }]);
    expect(find('[data-action=identify]').getAttribute('aria-disabled')).to.equal('true');
  });

  it('calls a provider as the configuration says, else as the provider does', async () => {
    const config = configOf({ audiences: [{ id: 'pupil', kind: 'adult', providers: ['mitid'] }] });
    const school = { adapter: 'unilogin', clientId: 'x', authorizationEndpoint: 'https://school.example/' };
    for (const [label, words] of [
      ['Skolens login', 'Skolens login'],
      [undefined, 'Log ind med UNI-Login'],
    ] as const) {
      config.identity.providers.mitid = { ...school, ...(label && { label }) };
      const { find } = await show('identify', { config, nameOf: (adapter: string) => (adapter === 'unilogin' ? 'UNI-Login' : undefined) });
      expect(find('[data-action=identify]').textContent?.trim()).to.equal(words);
      host.remove();
    }
  });

  it('in a frame of another site says why a tab was opened, and opens it again', async () => {
    for (const [language, words] of [
      ['da', 'Log ind i en ny fane'],
      ['en', 'Log on in a new tab'],
    ] as const) {
      const { find } = await show('in a tab of its own', {}, language);
      const link = find<HTMLAnchorElement>('a[target=_blank]');
      expect([find('h2').textContent?.trim(), link.textContent?.trim(), link.href]).to.deep.equal([words, words, location.href]);
      expect(find('[data-action=cancel]')).to.exist;
      host.remove();
    }
  });

  it('speaks of the municipality to its residents, and not to students and staff', async () => {
    const audiences = [
      { id: 'student', kind: 'campus' as const, providers: ['mitid'] },
      { id: 'private', kind: 'private' as const, providers: ['mitid'] },
    ];
    for (const { id } of audiences) {
      const { root } = await show('identify', { config: configOf({ audiences }), context: { answers: { audience: id } } });
      expect(root.textContent?.includes('kommune'), id).to.equal(id === 'private');
      host.remove();
    }
  });

  it('shows what the flow takes and nothing else', async () => {
    const { root } = await show('identify', { can: [] });
    expect(root.querySelector('[data-action=back], [data-action=forgot-user-id]')).to.equal(null);
  });

  for (const [notice, tone, sign] of [
    ['cancelled', 'information', 'i'],
    ['resumed', 'success', '✓'],
    ['timed-out', 'warning', '!'],
    ['session-expired', 'warning', '!'],
    ['provider-failed', 'failure', '!'],
  ] as const) {
    it(`has a sign and a colour that say what kind of notice ${notice} is`, async () => {
      const { find } = await show('identify', { identify: { notice, providers: ['mitid'] } });
      expect(find('.notice').dataset.tone).to.equal(tone);
      expect(getComputedStyle(find('.notice'), '::before').content).to.equal(`"${sign}" / ""`);
    });
  }

  for (const notice of HAND_OFF_NOTICES) {
    it(`tells what happened after ${notice}, together with the heading`, async () => {
      const { find } = await show('identify', { identify: { notice, providers: ['mitid'] } });
      expect(find(`[data-notice=${notice}]`).textContent?.trim()).not.to.equal('');
      expect(find('h2').getAttribute('aria-describedby')).to.equal(find('[data-notice]').id);
    });
  }

  it('sends the young to a guardian where one can register them, and to the library elsewhere', async () => {
    const children = configOf({
      audiences: [
        { id: 'adult', kind: 'adult', providers: ['mitid'] },
        { id: 'child', kind: 'child', providers: ['mitid'] },
      ],
    });
    const textOf = ({ root }: Stage): string => root.querySelector('.card')?.textContent ?? '';
    for (const [config, answers, onIdentify, onRefusal] of [
      [children, { audience: 'adult' }, 'en forælder eller værge registrere dig', 'Bed en forælder eller værge'],
      [configOf(), {}, 'Er du under 18 år? Spørg på biblioteket.', 'Spørg på biblioteket, hvad du kan gøre.'],
    ] as const) {
      for (const [name, words] of [
        ['identify', onIdentify],
        ['under age', onRefusal],
      ] as const) {
        expect(textOf(await show(name, { config, context: { answers } }))).to.contain(words);
        host.remove();
      }
    }
  });

  it('follows no address that is not safe', async () => {
    const { root } = await show('done', {
      context: {
        registration: { userId: { type: 'cpr', hint: '' }, resident: true, card: 'health-card', signedInUrl: 'javascript:alert(1)' },
      },
    });
    expect(root.querySelector('a[href^=javascript]')).to.equal(null);
  });

  it('waits for another window with a way out', async () => {
    const { find, sent } = await show('waiting for a popup');
    expect(find('h2').textContent?.trim()).to.equal('Vi venter på MitID');
    find('[data-action=return]').click();
    find('[data-action=cancel]').click();
    expect(sent.map(({ type }) => type)).to.deep.equal(['identity.never-returned', 'flow.cancel']);
  });
});

describe('the audience screen', () => {
  afterEach(() => host.remove());

  it('sends the choice, or that there was none', async () => {
    const { find, sent } = await show('audience');
    find('button[type=submit]').click();
    find('[value=child]').click();
    find('button[type=submit]').click();
    expect(sent).to.deep.equal([
      { type: 'choice.submitted', name: 'audience', value: null },
      { type: 'choice.submitted', name: 'audience', value: 'child' },
    ]);
  });
});
