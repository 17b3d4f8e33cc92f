import { aTimeout, defineCE, expect, fixture } from '@open-wc/testing';
import { html, LitElement } from 'lit';
import type { FlowName } from '../../../src/flow/types.js';
import { ScreenController, type Wanted } from '../../../src/ui/controllers/screen-controller.js';
import type { ScreenSet } from '../../../src/ui/screens/screen-set.js';

const screens = { screens: { 'register.details': () => html`details`, 'register.done': () => html`done` }, styles: [] } satisfies ScreenSet;

class Shower extends LitElement {
  wanted: Wanted = { step: 'loading', language: 'da', kind: 'adult' };
  online = true;
  readonly asked: string[] = [];
  readonly screens = new ScreenController(this, {
    wanted: () => this.wanted,
    loadScreens: async (flow: FlowName) => {
      this.asked.push(flow);
      if (!this.online) throw new TypeError('Failed to fetch');
      return { screens };
    },
    loadTexts: async (group, language) => {
      this.asked.push(`${group} ${language}`);
      return {};
    },
  });

  async show(change: Partial<Wanted>): Promise<void> {
    this.wanted = { ...this.wanted, ...change };
    this.requestUpdate();
    await this.updateComplete;
  }

  async settle(): Promise<void> {
    await aTimeout(0);
    await this.updateComplete;
  }
}
const tag = defineCE(Shower);

describe('which screen is shown', () => {
  let element: Shower;
  beforeEach(async () => {
    element = await fixture<Shower>(`<${tag}></${tag}>`);
    await element.settle();
    element.asked.length = 0;
  });

  it('is the one before until what it needs has come, in one download of screens and one of texts', async () => {
    await element.show({ step: 'register.details' });
    expect(element.screens.shown).to.equal('loading');
    await element.settle();
    expect(element.screens.shown).to.equal('register.details');
    expect(element.screens.view).to.equal(screens.screens['register.details']);
    expect(element.asked).to.include.members(['register', 'register da']);
  });

  it('is there at once where its flow has come, and nothing is asked for again', async () => {
    await element.show({ step: 'register.details' });
    await element.settle();
    element.asked.length = 0;
    await element.show({ step: 'register.done' });
    expect(element.screens.shown).to.equal('register.done');
    expect(element.asked).to.deep.equal([]);
  });

  it('stays the form while the form is being sent', async () => {
    await element.show({ step: 'register.details' });
    await element.settle();
    const form = element.screens.view;
    await element.show({ step: 'register.submitting' });
    expect(element.screens.shown).to.equal('register.submitting');
    expect(element.screens.view).to.equal(form);
  });

  it('is "failed" when the download fails, and the wanted one after another try', async () => {
    await element.show({ language: 'en' });
    await element.settle();
    element.online = false;
    await element.show({ step: 'register.details' });
    await element.settle();
    expect(element.screens.shown).to.equal('register.failed');
    element.online = true;
    element.screens.retry();
    await element.settle();
    await element.settle();
    expect(element.screens.shown).to.equal('register.details');
  });
});
