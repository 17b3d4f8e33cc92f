import type { Context, ContextEvent, ContextProvider } from '@lit/context';
import type { LitElement, ReactiveController } from 'lit';
import type { provideSignupContext } from '../context-provider.js';
import { signupContext, type SignupState } from '../signup-context.js';

export interface ContextControllerOptions {
  state(): SignupState;
  load(): Promise<{ readonly provideSignupContext: typeof provideSignupContext }>;
}

/** Tells components in the element's slots of its state. The provider is fetched when the first of them asks: most pages have none. */
export class ContextController implements ReactiveController {
  readonly #host: LitElement;
  readonly #options: ContextControllerOptions;
  #provider: ContextProvider<typeof signupContext> | undefined;

  constructor(host: LitElement, options: ContextControllerOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
    host.addEventListener('context-request', this.#asked);
  }

  hostUpdate(): void {
    this.#provider?.setValue(this.#options.state());
  }

  readonly #asked = (event: ContextEvent<Context<unknown, unknown>>): void => {
    if (event.context !== signupContext) return;
    event.stopPropagation();
    // Where it can't be fetched, the component has no answer until it asks again.
    this.#provide(event).catch(() => undefined);
  };

  async #provide(event: ContextEvent<Context<unknown, unknown>>): Promise<void> {
    const { provideSignupContext: provide } = await this.#options.load();
    this.#host.removeEventListener('context-request', this.#asked);
    this.#provider ??= provide(this.#host, this.#options.state());
    this.#provider.onContextRequest(event);
  }
}
