import { defineCE, expect, fixture } from '@open-wc/testing';
import { LitElement } from 'lit';
import type { ElementStep, FlowEmit } from '../../../src/flow/types.js';
import { EventController } from '../../../src/ui/controllers/event-controller.js';

class Teller extends LitElement {
  step: ElementStep = 'loading';
  settled = true;
  readonly log: unknown[] = [];
  readonly events = new EventController(this, {
    flow: () => 'register',
    step: () => this.step,
    isSettled: () => this.settled,
    onStep: (step, from) => this.log.push(['step', step, from]),
    onEmit: (event) => this.log.push(event.type),
  });

  async show(step: ElementStep): Promise<void> {
    this.step = step;
    this.requestUpdate();
    await this.updateComplete;
  }
}
const tag = defineCE(Teller);

describe('what an element tells its page', () => {
  let element: Teller;
  let heard: [type: string, detail: unknown][];
  beforeEach(async () => {
    const holder = await fixture<HTMLElement>(`<div><${tag}></${tag}></div>`);
    element = holder.firstElementChild as Teller;
    heard = [];
    for (const type of ['signup-step', 'signup-complete', 'signup-error', 'signup-cancel'])
      holder.addEventListener(type, (event) => heard.push([type, (event as CustomEvent<unknown>).detail]));
  });

  it('is each screen, once, and which one was before', async () => {
    await element.show('register.identify');
    await element.show('register.identify');
    expect(heard).to.deep.equal([['signup-step', { flow: 'register', step: 'register.identify', from: 'loading' }]]);
    expect(element.getAttribute('step')).to.equal('register.identify');
  });

  it('waits until the screen that it leads to is there', async () => {
    const completed: FlowEmit = { type: 'flow.completed', outcome: 'registered' };
    element.settled = false;
    element.events.keep(completed);
    await element.updateComplete;
    expect(heard).to.deep.equal([]);
    element.settled = true;
    await element.show('register.done');
    expect(heard.map(([type]) => type)).to.deep.equal(['signup-step', 'signup-complete']);
    expect(element.log.at(-1)).to.equal('flow.completed');
  });

  it('names what failed, where, and whether trying again helps', async () => {
    await element.show('register.failed');
    element.events.keep({ type: 'flow.failed', code: 'unavailable', retryable: true });
    await element.updateComplete;
    expect(heard.at(-1)).to.deep.equal(['signup-error', { code: 'unavailable', step: 'register.failed', retryable: true }]);
  });

  it('keeps what is for the element alone', async () => {
    element.events.keep({ type: 'form.rejected' });
    await element.updateComplete;
    expect(heard).to.deep.equal([]);
    expect(element.log).to.include('form.rejected');
  });

  it('can be prevented by the page where that is allowed', () => {
    element.addEventListener('signup-identify', (event) => {
      event.preventDefault();
    });
    const detail = { provider: 'mitid', url: 'https://broker.example/', mode: 'redirect' } as const;
    expect(element.events.dispatch('signup-identify', detail, true)).to.equal(false);
    expect(element.events.dispatch('signup-identify', detail)).to.equal(true);
  });
});
