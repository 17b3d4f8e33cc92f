import { defineCE, expect, fixture } from '@open-wc/testing';
import { html, LitElement, type TemplateResult } from 'lit';
import { IdleController } from '../../../src/ui/controllers/idle-controller.js';

const MINUTE = 60_000;
const original = { set: globalThis.setTimeout, clear: globalThis.clearTimeout };
const setShort = original.set.bind(globalThis);
const clearShort = original.clear.bind(globalThis);
/** Timers of a minute and more; shorter ones are the browser's own. */
let timers: Map<number, { readonly at: number; readonly run: () => void }>;
let now: number;

function stopTheClock(): void {
  now = 0;
  timers = new Map();
  let last = 1_000_000;
  const set = (run: () => void, delay = 0): unknown => {
    if (delay < MINUTE) return setShort(run, delay);
    last += 1;
    timers.set(last, { at: now + delay, run });
    return last;
  };
  const clear = (id?: number): void => {
    if (id !== undefined && !timers.delete(id)) clearShort(id);
  };
  Object.assign(globalThis, { setTimeout: set, clearTimeout: clear });
}

/** Lets minutes go by. */
function pass(minutes: number): void {
  now += minutes * MINUTE;
  for (const [id, { at, run }] of [...timers].sort(([, one], [, other]) => one.at - other.at)) {
    if (at > now || !timers.delete(id)) continue;
    run();
  }
}

class Kiosk extends LitElement {
  active = true;
  forgotten = 0;
  readonly idle = new IdleController(this, {
    isActive: () => this.active,
    onIdle: () => {
      this.forgotten += 1;
    },
  });

  override render(): TemplateResult {
    return html`${this.idle.ending ? 'warning' : 'quiet'}`;
  }

  async says(): Promise<string | undefined> {
    await this.updateComplete;
    return this.shadowRoot?.textContent?.trim();
  }
}
const tag = defineCE(Kiosk);

describe('an element on a public computer', () => {
  let element: Kiosk;
  beforeEach(async () => {
    stopTheClock();
    element = await fixture<Kiosk>(`<${tag}></${tag}>`);
  });
  afterEach(() => {
    Object.assign(globalThis, { setTimeout: original.set, clearTimeout: original.clear });
  });

  it('warns after three minutes without a sign of life, and forgets after five', async () => {
    pass(2.9);
    expect(await element.says()).to.equal('quiet');
    pass(0.1);
    expect(await element.says()).to.equal('warning');
    pass(1.9);
    expect(element.forgotten).to.equal(0);
    pass(0.1);
    expect(element.forgotten).to.equal(1);
  });

  for (const type of ['pointerdown', 'keydown', 'input', 'scroll']) {
    it(`takes the warning back after ${type}, and counts from there`, async () => {
      pass(4);
      expect(await element.says()).to.equal('warning');
      dispatchEvent(new Event(type));
      expect(await element.says()).to.equal('quiet');
      pass(2.9);
      expect(await element.says()).to.equal('quiet');
      expect(element.forgotten).to.equal(0);
      pass(2.1);
      expect(element.forgotten).to.equal(1);
    });
  }

  it('takes the warning back once it has forgotten: the next person has nothing to lose', async () => {
    pass(3);
    expect(await element.says()).to.equal('warning');
    pass(2);
    expect(element.forgotten).to.equal(1);
    expect(await element.says()).to.equal('quiet');
  });

  it('hears a key that the page keeps from going further', () => {
    pass(4);
    const page = element.parentElement;
    page?.addEventListener('keydown', (event) => {
      event.stopPropagation();
    });
    element.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, composed: true, key: 'a' }));
    expect(element.idle.ending).to.equal(false);
  });

  it('forgets nothing while the computer is not public, and counts from the next sign of life once it is', () => {
    element.active = false;
    dispatchEvent(new Event('keydown'));
    expect(timers.size).to.equal(0);
    element.active = true;
    dispatchEvent(new Event('keydown'));
    pass(5);
    expect(element.forgotten).to.equal(1);
  });

  it('waits for nothing and hears nothing once it has left the page, and begins anew when it is back', () => {
    const parent = element.parentElement;
    pass(2);
    element.remove();
    dispatchEvent(new Event('keydown'));
    expect(timers.size).to.equal(0);
    parent?.append(element);
    pass(4);
    expect(element.forgotten).to.equal(0);
    pass(1);
    expect(element.forgotten).to.equal(1);
  });
});
