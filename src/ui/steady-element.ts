import { LitElement } from 'lit';

/** An element that is drawn whatever others do to its nodes. Nothing that goes wrong while drawing leaves a patron before nothing. */
export abstract class SteadyElement extends LitElement {
  #isRedrawn = false;

  protected override performUpdate(): void {
    try {
      super.performUpdate();
      if (!this.renderRoot.querySelector('[part~="heading"]')) throw new Error('the screen is gone');
      this.#isRedrawn = false;
    } catch (error) {
      if (this.#isRedrawn) this.giveUp(error);
      else this.#redraw();
    }
  }

  /** Draws anew from nothing: an extension may have taken away nodes that are still needed. */
  #redraw(): void {
    this.#isRedrawn = true;
    const start = new Comment();
    this.renderRoot.replaceChildren(start);
    this.renderOptions.renderBefore = start;
    this.requestUpdate();
  }

  /** Drawing is beyond repair: the page has taken what it needs (`<form name="createElement">` does). */
  protected abstract giveUp(error: unknown): void;
}
