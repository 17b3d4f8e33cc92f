import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { InspectionEvent, Observer } from 'xstate';
import type { Audience, SignupConfig, SignupConfigInput, SignupConfigJson } from './contracts/config.js';
import type { Language } from './contracts/text.js';
import type { Purpose } from './contracts/login.js';
import type { Flow } from './contracts/transaction.js';
import { downloads } from './downloads/downloads.js';
import type { Offers } from './downloads/offers.js';
import { audienceOf } from './flow/audiences.js';
import { positionOf } from './flow/persistence.js';
import type { ElementStep, FlowEmit, Step } from './flow/types.js';
import { preparePopup } from './identity/popup-window.js';
import { findProvider } from './identity/provider.js';
import { styles } from './library-signup.styles.js';
import { systemClock } from './page/system-clock.js';
import { SessionController } from './session/session-controller.js';
import { ContextController } from './ui/controllers/context-controller.js';
import { ConfigurationController } from './ui/controllers/configuration-controller.js';
import { EventController } from './ui/controllers/event-controller.js';
import { FlowController } from './ui/controllers/flow-controller.js';
import { FocusController } from './ui/controllers/focus-controller.js';
import { HistoryController } from './ui/controllers/history-controller.js';
import type { IdleController } from './ui/controllers/idle-controller.js';
import { LanguageController } from './ui/controllers/language-controller.js';
import { isUnusual, ScreenController, type Wanted } from './ui/controllers/screen-controller.js';
import { createPlainUi, createUi } from './ui/create-ui.js';
import { loading } from './ui/screens/loading.js';
import { unavailable } from './ui/screens/unavailable.js';
import type { SignupState } from './ui/signup-context.js';
import { SteadyElement } from './ui/steady-element.js';
import { announceFilled, keepKey } from './ui/typing.js';
import type { Ui } from './ui/view.js';
import type { Messages } from './locales/messages.js';
import { createTranslator } from './locales/translate.js';
import { VERSION } from './version.js';

/** How a host hands over a patron whom it logged in by itself. */
export interface HostIdentity {
  /** Name of the provider in the configuration. */
  provider: string;
  /** What the gateway takes as `{ method: 'host', token }`. Kept in memory, for one request. */
  token: string;
}

/** What the host page asks for: with another, the flow starts again. */
const STARTS = ['flow', 'audience', 'provider', 'library', 'purpose'] as const;

/**
 * Lets a patron become a library user, or find a forgotten user ID or PIN, inside the page of any library. One open shadow root; everything that it
 * shows comes from a statechart. See docs/embedding.md.
 *
 * @summary Registration and forgotten user IDs for Danish libraries.
 * @tag library-signup
 *
 * @attr {'da' | 'en'} lang - `da` or `en`; else the nearest ancestor's; else `da`.
 *
 * @slot header - Above the screen, inside the card.
 * @slot help - Below the screen: the library's own help. Components here can follow the flow through `signupContext`.
 * @slot footer - At the end of the card.
 *
 * @fires {CustomEvent<{ flow: string, step: string, from: string | null }>} signup-step - Another screen is shown. Bubbles, composed.
 * @fires {CustomEvent<{ flow: string, outcome: string }>} signup-complete - A flow reached its end. Bubbles, composed.
 * @fires {CustomEvent<{ code: string, step: string, retryable: boolean }>} signup-error - Something failed or was refused. Bubbles, composed.
 * @fires {CustomEvent<{ flow: string, step: string }>} signup-cancel - The patron cancelled a login or the flow. Bubbles, composed.
 * @fires {CustomEvent<{ provider: string, url: string, mode: string }>} signup-identify - About to leave for a provider. Bubbles, composed, cancelable.
 * @fires {CustomEvent<{ code: string, expiresIn: number }>} signup-handover - A login for the host's back end. On the element only.
 *
 * @csspart card - The whole.
 * @csspart heading - Heading of the screen.
 * @csspart sub-heading - Heading within the screen.
 * @csspart text - Running text and lists of facts.
 * @csspart facts - Terms and what they mean.
 * @csspart term - One of the terms.
 * @csspart field - A field with its label, hint and error.
 * @csspart label - Label of a field.
 * @csspart hint - Hint of a field.
 * @csspart input - A control that is typed in.
 * @csspart checkbox - A checkbox.
 * @csspart radio - A radio button.
 * @csspart error - Error of a field.
 * @csspart button - Every button but MitID's.
 * @csspart button-primary - The screen's one primary button.
 * @csspart choice - Options of which one is chosen.
 * @csspart option - One of them, and one of a list.
 * @csspart list - What is found for what is typed.
 * @csspart notice - What just happened.
 * @csspart summary - The error summary.
 * @csspart progress - Waiting, and steps of a guide.
 * @csspart spinner - The ring that turns meanwhile.
 * @csspart link - Links, and buttons that look like links.
 *
 * @cssprop {<color>} [--signup-accent=light-dark(#0b5a55, #7fd8c9)] - Primary button, selected choice, links.
 * @cssprop {<color>} [--signup-on-accent=light-dark(#fff, #06201e)] - Text on the accent.
 * @cssprop {<color>} [--signup-text=inherit] - Text.
 * @cssprop {<color>} [--signup-text-muted] - Hints and terms; 78 % of the text.
 * @cssprop {<color>} [--signup-surface=transparent] - Background of card, fields and lists.
 * @cssprop {<color>} [--signup-border] - Edge of fields; 62 % of the text.
 * @cssprop {<color>} [--signup-line] - Edge of the card, rules; 18 % of the text.
 * @cssprop {<color>} [--signup-error=light-dark(#b3201a, #ff9d92)] - Errors.
 * @cssprop {<color>} [--signup-focus=light-dark(#0b57d0, #a8c7fa)] - Focus ring.
 * @cssprop {<length>} [--signup-focus-width=3px] - Thickness of the focus ring.
 * @cssprop {<length>} [--signup-focus-offset=2px] - Space around what has focus.
 * @cssprop {<length>} [--signup-gap=1.4em] - Between fields, and above the buttons.
 * @cssprop {<length>} [--signup-font-size=max(1em, 17px)] - Size of the text.
 * @cssprop {<length>} [--signup-radius=8px] - Corners of fields and buttons.
 * @cssprop {<length>} [--signup-card-radius=16px] - Corners of the card.
 * @cssprop {<length>} [--signup-padding] - Inside of the card; by width 1.15em, 2em from 30em.
 * @cssprop {<length>} [--signup-max-width=36em] - Of the card.
 * @cssprop {<font-family>} [--signup-font=inherit] - Font.
 * @cssprop {<font-family>} [--signup-heading-font=inherit] - Font of headings.
 */
export class LibrarySignup extends SteadyElement {
  /** The package's version. */
  static readonly version = VERSION;
  static override styles = styles;
  static override properties = {
    configSrc: { attribute: 'config-src' },
    config: { attribute: false },
    flow: {},
    audience: {},
    provider: {},
    library: {},
    purpose: {},
    handoverChallenge: { attribute: 'handover-challenge' },
    order: { attribute: false },
    publicComputer: { type: Boolean, attribute: 'public-computer' },
    inspect: { attribute: false },
    // Kept by Lit when it was set before the script had come; the accessor is below.
    identity: { attribute: false, noAccessor: true },
  };

  /** URL of the configuration (JSON). */
  declare configSrc: string | null;
  /** The configuration; wins over `config-src`, which wins over an inline `<script type="application/json">`. */
  declare config: SignupConfigInput | SignupConfigJson | null;
  /**
   * Which flow: registration, forgotten user IDs and PINs, or logging in.
   *
   * @type {'register' | 'recover' | 'login'}
   */
  declare flow: Flow;
  /** Preselects an audience by its id. */
  declare audience: string | null;
  /** Preselects an identity provider by its name. */
  declare provider: string | null;
  /** Preselects a library (ISIL) in `login`: it can't be changed. */
  declare library: string | null;
  /**
   * What a login is for.
   *
   * @type {'login' | 'order' | 'libraries'}
   */
  declare purpose: Purpose;
  /** S256 challenge of the host's back end, which redeems the login with its verifier. */
  declare handoverChallenge: string | null;
  /** With `purpose="order"`: the host's own reference, at most 200 characters, nothing personal. */
  declare order: string | null;
  /** Nothing in web storage beyond the hand-off record, reset when idle, no autofill. */
  declare publicComputer: boolean;
  /** XState inspection observer, for tools. */
  declare inspect: Observer<InspectionEvent> | ((event: InspectionEvent) => void) | null;

  readonly #language = new LanguageController(this, (language) => {
    this.#flow.tell({ type: 'language.changed', language });
    this.requestUpdate();
  });
  readonly #flow: FlowController = new FlowController(this, {
    onEmit: (event) => this.#events.keep(event),
    onError: (error) => this.#configuration.refuse([`the flow stopped: ${error instanceof Error ? error.message : 'unknown fault'}`]),
    onPark: () => this.#session.park(),
    inspector: () => this.inspect ?? undefined,
  });
  readonly #session: SessionController = new SessionController(this, {
    flow: this.#flow,
    clock: systemClock,
    language: () => this.#language.value,
    publicComputer: () => this.publicComputer,
    preselection: () => this,
    announce: (detail) => this.#events.dispatch('signup-identify', detail, true),
    onReturn: () => this.#focus.lead(),
    onStart: () => this.#configuration.accept(),
    refuse: (issues) => this.#configuration.refuse(issues),
  });
  readonly #configuration: ConfigurationController = new ConfigurationController(this, {
    sources: () => ({ property: this.config, src: this.configSrc }),
    preselection: () => this,
    mistakes: () => downloads().mistakes(),
    onConfiguration: (config) => this.#session.use(config),
    onRefused: () => this.#refused(),
  });
  readonly #screens: ScreenController = new ScreenController(this, {
    loadScreens: (flow) => downloads().flows[flow](),
    loadTexts: async (group, language) => ((await downloads().texts[group][language]()) as Record<string, Messages>)[group] ?? {},
    wanted: () => this.#wanted,
  });
  readonly #history = new HistoryController(this, {
    owner: () => this.#session.owner,
    back: () => {
      const can = this.#flow.can({ type: 'flow.back' });
      announceFilled(this.renderRoot);
      this.#flow.send({ type: 'flow.back' });
      return can;
    },
    forward: (position) => this.#session.goTo(position),
  });
  readonly #focus: FocusController = new FocusController(this, { step: () => this.step, view: () => this.#screens.view });
  readonly #events: EventController = new EventController(this, {
    flow: () => this.flow,
    step: () => this.step,
    isSettled: () => this.step === (this.#configuration.isBroken ? 'unavailable' : this.#flow.current?.step),
    onStep: (step, from) => this.#follow(step, from),
    onEmit: (event) => this.#hear(event),
  });
  #offers: Offers | undefined;
  #idle: IdleController | undefined;

  constructor() {
    super();
    new ContextController(this, { state: () => this.#state, load: () => downloads().contextProvider() });
    this.configSrc = null;
    this.config = null;
    this.flow = 'register';
    this.audience = null;
    this.provider = null;
    this.library = null;
    this.purpose = 'login';
    this.handoverChallenge = null;
    this.order = null;
    this.publicComputer = false;
    this.inspect = null;
  }

  /**
   * The screen that is shown; `loading` before the configuration has come, `unavailable` when it can't be used. Reflected, read-only.
   *
   * @attr step
   */
  get step(): ElementStep {
    return this.#screens.shown;
  }

  /**
   * A host that has logged the patron in by itself hands the login over here.
   *
   * @type {{ provider: string, token: string } | null}
   */
  set identity(identity: HostIdentity | null) {
    if (!identity) return;
    this.#session.secrets.set('proof', { method: 'host', provider: identity.provider, token: identity.token });
    this.requestUpdate();
  }

  /** Starts the current flow again, and ends the session. What was typed and may be kept, is. */
  start(): void {
    this.#session.start();
  }

  /** Forgets everything and ends the session. */
  reset(): void {
    this.#history.forget();
    this.#session.reset();
  }

  /** Moves focus to the current screen's heading, or to its first field. */
  override focus(options?: FocusOptions): void {
    this.#focus.toScreen(options);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('config') || changed.has('configSrc')) this.#configuration.read();
    else if (STARTS.some((name) => changed.has(name))) this.start();
    if (this.publicComputer && !this.#idle) void this.#watchIdling();
    // Before the screen is chosen, as it changes which one that is.
    this.#session.takeHostLogin();
  }

  protected override render(): TemplateResult {
    const ui = this.#ui;
    const { view } = this.#screens;
    return html`<div part="card" class="card" lang=${this.#language.value} @keydown=${keepKey} @keypress=${keepKey} @keyup=${keepKey}>
      <slot name="header"></slot>
      ${keyed(view, ui && view ? view(ui) : this.#plainScreen)}
      <slot name="help"></slot>
      <slot name="footer"></slot>
      <p class="visually-hidden" role="status">${ui?.busy ? ui.t('busy') : nothing}</p>
    </div>`;
  }

  protected override updated(): void {
    this.#session.save();
    // While the patron waits for the library system, what comes next is fetched.
    if (this.step === 'register.checking') {
      this.#screens.fetch({ ...this.#wanted, step: this.#kind === 'child' ? 'register.child' : 'register.details' });
    }
  }

  /** Tried again with the next update where it could not be fetched. */
  async #watchIdling(): Promise<void> {
    const download = await downloads()
      .idleController()
      .catch(() => undefined);
    if (download) this.#idle ??= new download.IdleController(this, { isActive: () => this.publicComputer, onIdle: () => this.reset() });
  }

  /** Whether the gateway can do what this screen leads to. Everything is offered until that is known. */
  #isOffered({ gateway }: SignupConfig, what: string): boolean {
    if (!this.#offers) void this.#fetchOffers();
    return this.#offers?.(gateway, `${this.step}:${what}`) ?? true;
  }

  /** Tried again with the next update where it could not be fetched. */
  async #fetchOffers(): Promise<void> {
    const download = await downloads()
      .offers()
      .catch(() => undefined);
    if (!download || this.#offers) return;
    const update = (): void => this.requestUpdate();
    this.#offers = download.createOffers(this.baseURI, update);
    update();
  }

  protected override giveUp(error: unknown): void {
    if (this.getAttribute('step') === 'unavailable') return;
    console.error('[library-signup] an element has the name of a property of document', error);
    this.#flow.stop();
    this.setAttribute('step', 'unavailable');
    this.renderRoot.textContent = createTranslator(this.#language.value).t('unavailable.text');
  }

  #refused(): void {
    this.#flow.stop();
    this.#events.keep({ type: 'flow.failed', code: 'config-invalid', retryable: false });
  }

  /** History follows the screens. */
  #follow(step: ElementStep, from: ElementStep | null): void {
    const { context, busy } = this.#flow.current ?? {};
    if (context && from === 'loading') this.#history.begin(context);
    else if (context && !busy) this.#history.follow(context, positionOf(context, step as Step));
  }

  #hear(event: FlowEmit): void {
    if (event.type === 'flow.cancelled' || event.type === 'flow.forgotten') {
      this.#history.forget();
      this.#session.forget();
    } else if (event.type === 'form.accepted') this.#focus.toScreen();
    else if (event.type === 'form.rejected') this.#focus.toErrors();
  }

  get #kind(): Audience['kind'] | undefined {
    const context = this.#flow.current?.context;
    return context && audienceOf(context)?.kind;
  }

  /** The screen that there should be; while the flow names none, the one that is there. */
  get #wanted(): Wanted {
    const current = this.#flow.current;
    const step = this.#configuration.isBroken ? 'unavailable' : !current ? 'loading' : current.step || this.#screens.shown;
    return { step, language: this.#language.value, kind: this.#kind, unusual: current !== undefined && isUnusual(current) };
  }

  get #state(): SignupState {
    return {
      step: this.step,
      language: this.#language.value,
      busy: this.#flow.current?.busy === true,
      can: (event) => this.#flow.can(event),
      send: (event) => this.#flow.send(event),
    };
  }

  get #ui(): Ui | undefined {
    const current = this.#flow.current;
    const config = this.#configuration.value;
    if (!current || !config) return undefined;
    return createUi({
      ...this.#surroundings,
      current,
      config,
      flow: this.#flow,
      onLeave: () => announceFilled(this.renderRoot),
      screens: this.#screens,
      publicComputer: this.publicComputer,
      idle: this.#idle?.ending === true,
      clock: systemClock,
      isOffered: (what) => this.#isOffered(config, what),
      secrets: this.#session.secrets,
      nameOf: (adapter) => findProvider(adapter)?.name,
      // A window opens only inside the click, so before anything is loaded or awaited.
      onProviderChosen: () => preparePopup(config.identity),
    });
  }

  /** The screens outside the flow, which do without a configuration. */
  get #plainScreen(): TemplateResult {
    const ui = createPlainUi({ ...this.#surroundings, contact: this.#configuration.contact, retry: this.#configuration.retry });
    return this.step === 'unavailable' ? unavailable(ui) : loading(ui);
  }

  get #surroundings(): { step: ElementStep; language: Language } {
    return { step: this.step, language: this.#language.value };
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'library-signup': LibrarySignup;
  }
}
