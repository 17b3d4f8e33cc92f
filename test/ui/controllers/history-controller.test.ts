import { defineCE, expect, fixture, oneEvent } from '@open-wc/testing';
import { LitElement } from 'lit';
import type { Position } from '../../../src/contracts/transaction.js';
import type { FlowContext } from '../../../src/flow/types.js';
import { HistoryController } from '../../../src/ui/controllers/history-controller.js';

const SCREENS = ['register.audience', 'register.identify', 'register.details', 'register.done'] as const;
const contextAt = (depth: number, origin: FlowContext['origin'] = null): FlowContext =>
  ({ trail: SCREENS.slice(0, depth), origin }) as unknown as FlowContext;
const positionAt = (depth: number): Position => ({
  flow: 'register',
  step: SCREENS[depth] ?? '',
  trail: SCREENS.slice(0, depth),
  answers: {},
  draft: {},
});

/** A flow whose screens follow each other. */
class Walker extends LitElement {
  depth = 0;
  readonly log: unknown[] = [];
  readonly walk = new HistoryController(this, {
    owner: () => this.id,
    back: () => {
      const can = this.depth > 0;
      this.log.push(can ? 'back' : 'no further');
      if (can) void this.to(this.depth - 1);
      return can;
    },
    forward: (position) => {
      this.log.push(position.step);
      void this.to(position.trail.length);
    },
  });

  #shown = 0;

  /** As in the element, history follows what is shown, and not each step on the way there. */
  protected override updated(): void {
    if (this.depth === this.#shown) return;
    this.#shown = this.depth;
    this.walk.follow(contextAt(this.depth), positionAt(this.depth));
  }

  async to(...depths: readonly number[]): Promise<void> {
    for (const depth of depths) {
      this.depth = depth;
      this.requestUpdate();
      await this.updateComplete;
    }
  }

  begin(depth = 0): void {
    this.depth = depth;
    this.#shown = depth;
    this.walk.begin(contextAt(depth));
    this.walk.follow(contextAt(depth), positionAt(depth));
  }

  get entry(): unknown {
    return (history.state as Record<string, unknown> | null)?.[`library-signup:${this.id}`];
  }
}
const tag = defineCE(Walker);

/** Waits until the browser has walked. */
async function walks(act: () => void): Promise<void> {
  const walked = oneEvent(window, 'popstate');
  act();
  await walked;
  await Promise.resolve();
}

describe('Back and Forward of the browser', () => {
  let element: Walker;
  let count = 0;
  beforeEach(async () => {
    count += 1;
    // An entry of the page's own, with what the page keeps in it.
    history.pushState({ page: count }, '');
    element = await fixture<Walker>(`<${tag} id="walker-${count}"></${tag}>`);
  });

  it('find an entry for each screen further on, with the page’s address and state and nothing but two numbers', async () => {
    const address = location.href;
    element.begin();
    await element.to(1);
    expect(history.state).to.deep.equal({ page: count, [`library-signup:${element.id}`]: [1, 0] });
    expect(location.href).to.equal(address);
    await walks(() => {
      history.back();
    });
    expect(history.state).to.deep.equal({ page: count, [`library-signup:${element.id}`]: [0, 0] });
  });

  it('lead the flow as many screens back as the browser has gone', async () => {
    element.begin();
    await element.to(1, 2, 3);
    await walks(() => {
      history.go(-2);
    });
    expect(element.log).to.deep.equal(['back', 'back']);
    expect(element.entry).to.deep.equal([1, 0]);
  });

  it('stop where the flow lets nobody back', async () => {
    element.begin();
    await element.to(1, 2);
    element.depth = 0;
    await walks(() => {
      history.go(-2);
    });
    expect(element.log).to.deep.equal(['no further']);
  });

  it('lead to the screen that Back had left', async () => {
    element.begin();
    await element.to(1, 2);
    await walks(() => {
      history.back();
    });
    await walks(() => {
      history.forward();
    });
    expect(element.log).to.deep.equal(['back', 'register.details']);
    expect(element.entry).to.deep.equal([2, 0]);
  });

  it('lead nowhere with Forward once the screens were forgotten', async () => {
    element.begin();
    await element.to(1);
    await walks(() => {
      history.back();
    });
    element.walk.forget();
    await walks(() => {
      history.forward();
    });
    expect(element.log).to.deep.equal(['back']);
  });

  it('walk along when the flow itself goes back, without being taken for the patron’s', async () => {
    element.begin();
    await element.to(1, 2);
    await walks(() => {
      void element.to(1);
    });
    expect(element.entry).to.deep.equal([1, 0]);
    expect(element.log).to.deep.equal([]);
    await walks(() => {
      history.back();
    });
    expect(element.log).to.deep.equal(['back']);
  });

  it('do not lead behind the entry that the flow began with, as a login may lie there', async () => {
    element.begin(2);
    expect(element.entry).to.deep.equal([2, 2]);
    await element.to(1);
    expect(element.entry).to.deep.equal([1, 1]);
    await element.to(2);
    await walks(() => {
      history.back();
    });
    expect(element.log).to.deep.equal(['back']);
    expect(history.state).to.include({ page: count });
  });

  it('stay at the flow’s first entry, with another number, when the flow goes back further than that', async () => {
    element.begin(2);
    await element.to(3);
    await walks(() => {
      void element.to(1);
    });
    expect(element.entry).to.deep.equal([1, 1]);
    expect(element.log).to.deep.equal([]);
  });

  it('count the screens before a detour', () => {
    element.begin(1);
    element.walk.follow(contextAt(0, { step: 'register.identify', trail: ['register.audience'], answers: {} }), positionAt(1));
    expect(element.entry).to.deep.equal([2, 1]);
  });

  it('are the page’s own when the entry has no number, or the element is gone', async () => {
    element.begin();
    await element.to(1);
    history.pushState({ other: true }, '');
    history.pushState({ other: true }, '');
    await walks(() => {
      history.back();
    });
    element.remove();
    await walks(() => {
      history.go(-2);
    });
    expect(history.state).to.include({ page: count });
    expect(element.log).to.deep.equal([]);
  });

  describe('beside other scripts', () => {
    it('find the screens again whose entries another script has emptied', async () => {
      element.begin();
      history.replaceState({}, '');
      await element.to(1);
      history.replaceState(null, '');
      await element.to(2);
      history.replaceState(null, '');
      await walks(() => {
        history.back();
      });
      await walks(() => {
        history.back();
      });
      await walks(() => {
        history.forward();
      });
      expect(element.log).to.deep.equal(['back', 'back', 'register.identify']);
    });

    it('hand over the address as text, and bear a wrapper that throws', async () => {
      const { pushState, replaceState } = history;
      const seen: unknown[] = [];
      history.pushState = (state, title, address) => {
        seen.push(address);
        pushState.call(history, state, title, address);
      };
      element.begin();
      await element.to(1);
      history.pushState = history.replaceState = () => {
        throw new Error('no');
      };
      try {
        await element.to(2);
      } finally {
        Object.assign(history, { pushState, replaceState });
        delete (history as Partial<History>).pushState;
        delete (history as Partial<History>).replaceState;
      }
      expect(seen).to.deep.equal([location.href]);
      expect(element.depth).to.equal(2);
    });

    it('leave another element of the page where it is', async () => {
      const other = await fixture<Walker>(`<${tag} id="other-${count}"></${tag}>`);
      element.begin();
      other.begin();
      await element.to(1);
      await other.to(1);
      await walks(() => {
        void element.to(0);
      });
      expect(other.log).to.deep.equal([]);
      // It has no entry of its own behind it any more, so it goes back without the browser.
      await other.to(0);
      expect(other.entry).to.deep.equal([0, 0]);
      expect(element.log).to.deep.equal([]);
    });

    it('are heard again after an element has gone in the middle of a walk of its own', async () => {
      const gone = await fixture<Walker>(`<${tag} id="gone-${count}"></${tag}>`);
      gone.begin();
      await gone.to(1);
      const walked = oneEvent(window, 'popstate');
      void gone.to(0);
      await gone.updateComplete;
      gone.remove();
      await walked;
      element.begin();
      await element.to(1);
      await walks(() => {
        history.back();
      });
      expect(element.log).to.deep.equal(['back']);
    });
  });
});
