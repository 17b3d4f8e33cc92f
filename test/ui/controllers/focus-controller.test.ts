import { aTimeout, defineCE, expect, fixture, nextFrame } from '@open-wc/testing';
import { html, LitElement, type TemplateResult } from 'lit';
import type { ElementStep } from '../../../src/flow/types.js';
import { FocusController } from '../../../src/ui/controllers/focus-controller.js';
import type { View } from '../../../src/ui/view.js';

const one: View = () => html``;
const two: View = () => html``;

class Screens extends LitElement {
  static override properties = { view: { attribute: false } };
  declare view: View | undefined;
  step: ElementStep = 'register.details';
  readonly lead = new FocusController(this, { step: () => this.step, view: () => this.view });

  override render(): TemplateResult {
    return html`<h2 part="heading" tabindex="-1">Heading</h2>
      <p data-error-summary tabindex="-1">Errors</p>
      <input />`;
  }

  async show(view: View): Promise<string | undefined> {
    this.view = view;
    await this.updateComplete;
    return this.focused;
  }

  get focused(): string | undefined {
    return this.shadowRoot?.activeElement?.localName;
  }
}
const tag = defineCE(Screens);

describe('the focus of an element', () => {
  let element: Screens;
  beforeEach(async () => {
    element = await fixture<Screens>(`<${tag}></${tag}>`);
  });

  it('is left where it is by the first screen, and goes to the heading of the next', async () => {
    expect(await element.show(one)).to.equal(undefined);
    expect(await element.show(two)).to.equal('h2');
  });

  it('goes to the first screen’s heading when somebody comes back from a login', async () => {
    element.lead.lead();
    expect(await element.show(one)).to.equal('h2');
  });

  it('stays where it is while the same screen is drawn again', async () => {
    await element.show(one);
    await element.show(two);
    element.shadowRoot?.querySelector('input')?.focus();
    element.requestUpdate();
    await element.updateComplete;
    expect(element.focused).to.equal('input');
  });

  it('does not follow the screen that was shown while the configuration was loading', async () => {
    element.step = 'loading';
    await element.show(one);
    element.step = 'register.identify';
    expect(await element.show(two)).to.equal(undefined);
  });

  it('goes to the errors when there are some', async () => {
    await element.show(one);
    element.lead.toErrors();
    expect(element.focused).to.equal('p');
  });

  it('brings a heading above the window back into it', async () => {
    element.style.cssText = 'display:block;padding-block:2000px';
    await element.show(one);
    scrollTo(0, document.documentElement.scrollHeight);
    await element.show(two);
    const top = element.shadowRoot?.querySelector('h2')?.getBoundingClientRect().top ?? -1;
    expect(top).to.be.within(-1, innerHeight);
    scrollTo(0, 0);
  });

  describe('on a page that scrolls smoothly', () => {
    beforeEach(() => {
      document.documentElement.style.scrollBehavior = 'smooth';
      element.style.cssText = 'display:block;padding-block:100px 3000px';
    });
    afterEach(() => {
      document.documentElement.style.scrollBehavior = '';
      scrollTo(0, 0);
    });

    for (const [direction, from, to] of [
      ['down', 0, 2000],
      ['up', 2000, 500],
    ] as const)
      it(`keeps the heading in sight when a scroll ${direction} was under way`, async () => {
        await element.show(one);
        scrollTo({ top: from, behavior: 'instant' });
        scrollTo({ top: to, behavior: 'smooth' });
        await nextFrame();
        await nextFrame();
        await element.show(two);
        await aTimeout(1000);
        const top = element.shadowRoot?.querySelector('h2')?.getBoundingClientRect().top ?? -1;
        expect(top).to.be.within(-1, innerHeight / 2);
      });
  });
});
