import type { Context, ContextProvider, ContextEvent } from '@lit/context';
import { LitElement, adoptStyles, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { InspectionEvent, Observer } from 'xstate';
import { compose, resolveReturn, type Composition } from './composition.js';
import { readConfiguration } from './config-source.js';
import type { Audience, SignupConfig, SignupConfigInput } from './contracts/config.js';
import { localize, type LocalizedText } from './contracts/text.js';
import type { Draft, Flow, Position } from './contracts/transaction.js';
import type { SignupDetail, SignupEvents } from './events.js';
import { createSignupMachine } from './flow/actors.js';
import { audienceOf } from './flow/audiences.js';
import { isResumable, positionOf } from './flow/persistence.js';
import { endSession } from './flow/session-facts.js';
import type { ElementStep, FlowEmit, FlowEvent, FlowInput, Step } from './flow/types.js';
import { preparePopup } from './identity/popup-window.js';
import { findProvider } from './identity/provider.js';
import { captureReturn, type CapturedReturn } from './identity/return.js';
import { removeTransactionsOf } from './identity/transactions.js';
import { styles } from './library-signup.styles.js';
import { createTranslator } from './locales/translate.js';
import { createPrivateHolder } from './private-holder.js';
import { createResumeStore, type ResumeStore } from './resume-store.js';
import { takeResetToken } from './reset-link.js';
import { FlowController } from './ui/flow-controller.js';
import { HistoryController } from './ui/history-controller.js';
import type { IdleController } from './ui/idle-controller.js';
import { LanguageController } from './ui/language-controller.js';
import { ScreenLoader } from './ui/screen-loader.js';
import { signupContext, type SignupState } from './ui/signup-context.js';
import { loading, unavailable } from './ui/steps/waiting.js';
import type { Ui, View } from './ui/view.js';
import { groupStyles, viewFor } from './ui/views.js';

type Shell = (content: unknown) => TemplateResult;
/** Two templates of one text: from one to the other everything is made anew, so that no screen takes over another one's fields. */
const SHELLS: readonly [Shell, Shell] = [(content) => html`${content}`, (content) => html` ${content}`];

/** How a host hands over a patron whom it logged in by itself. */
export interface HostIdentity {
  /** Name of the provider in the configuration. */
  provider: string;
  /** What the gateway takes as `{ method: 'host', token }`. Kept in memory, for one request. */
  token: string;
}

/**
 * Lets a patron become a library user, or find a forgotten user ID or PIN, inside the page of any library. One open shadow root; everything that it
 * shows comes from a statechart. See docs/embedding.md.
 *
 * @summary Registration and forgotten user IDs for Danish libraries.
 * @tag library-signup
 *
 * @attr {string} step - Read-only: the screen that is shown.
 * @attr {string} lang - `da` or `en`; else the nearest ancestor's; else `da`.
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
 *
 * @csspart card - The whole.
 * @csspart heading - Heading of the screen.
 * @csspart text - Running text and lists of facts.
 * @csspart field - A field with its label, hint and error.
 * @csspart label - Label of a field.
 * @csspart hint - Hint of a field.
 * @csspart input - The control itself.
 * @csspart error - Error of a field.
 * @csspart button - Every button but MitID's.
 * @csspart button-primary - The screen's one primary button.
 * @csspart choice - An option of a choice.
 * @csspart notice - What just happened.
 * @csspart summary - The error summary.
 * @csspart progress - Waiting, and steps of a guide.
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
 * @cssprop {<length>} [--signup-radius=8px] - Corners of fields and buttons.
 * @cssprop {<length>} [--signup-card-radius=16px] - Corners of the card.
 * @cssprop {<length>} [--signup-padding] - Inside of the card; by width 1.15em, 2em from 30em.
 * @cssprop {<length>} [--signup-max-width=36em] - Of the card.
 * @cssprop {<font-family>} [--signup-font=inherit] - Font.
 * @cssprop {<font-family>} [--signup-heading-font=inherit] - Font of headings.
 */
export class LibrarySignup extends LitElement {
  static override styles = styles;
  static override properties = {
    configSrc: { attribute: 'config-src' },
    config: { attribute: false },
    flow: {},
    audience: {},
    provider: {},
    library: {},
    publicComputer: { type: Boolean, attribute: 'public-computer' },
    inspect: { attribute: false },
    // Kept by Lit when it was set before the script had come; the accessor is below.
    identity: { attribute: false, noAccessor: true },
  };

  /** URL of the configuration (JSON). */
  declare configSrc: string | null;
  /** The configuration; wins over `config-src`, which wins over an inline `<script type="application/json">`. */
  declare config: SignupConfigInput | null;
  /** `register`, `recover` or `login`. */
  declare flow: Flow;
  /** Preselects an audience by its id. */
  declare audience: string | null;
  /** Preselects an identity provider by its name. */
  declare provider: string | null;
  /** Preselects a library (ISIL) in `login`. */
  declare library: string | null;
  /** Nothing in web storage beyond the hand-off record, reset when idle, no autofill. */
  declare publicComputer: boolean;
  /** XState inspection observer, for tools. */
  declare inspect: Observer<InspectionEvent> | ((event: InspectionEvent) => void) | null;

  readonly #facts = createPrivateHolder();
  readonly #language = new LanguageController(this, (language) => {
    this.#flow.tell({ type: 'language.changed', language });
    this.requestUpdate();
  });
  #idle: IdleController | undefined;
  readonly #flow = new FlowController(this, {
    onEmit: (event) => {
      this.#emitted.push(event);
      this.requestUpdate();
    },
    onError: (error) => { this.#fault(error); },
    onPark: () => { this.#parked = this.#position; },
    inspector: () => this.inspect ?? undefined,
  });
  readonly #history = new HistoryController(this, {
    owner: () => this.#owner,
    back: () => {
      const can = this.#flow.can({ type: 'flow.back' });
      this.#flow.send({ type: 'flow.back' });
      return can;
    },
    forward: (position) => { if (this.#settled) this.#run(this.#settled, { position }); },
  });
  readonly #screens = new ScreenLoader(() => { this.requestUpdate(); });
  #context: ContextProvider<typeof signupContext> | undefined;

  #settled: SignupConfig | undefined;
  #broken: { contact?: SignupConfig['library']['contact'] } | undefined;
  #ports: Composition | undefined;
  #loading: AbortController | undefined;
  #looked = false;
  /** Which element of the page this is: its id, or its number. Settled when it comes to the page, as an answer may be waiting for it. */
  #owner = '';
  readonly #emitted: FlowEmit[] = [];
  #captured: CapturedReturn | null = null;
  #parked: Position | undefined;
  #resume: ResumeStore | undefined;
  #moveFocus = false;
  #shown: ElementStep = 'loading';
  #told: ElementStep | null = null;
  #view: View | undefined;
  #shell = SHELLS[0];

  /** The screen that is shown; `loading` before the configuration has come, `unavailable` when it can't be used. */
  get step(): ElementStep {
    return this.#shown;
  }

  /** A host that has logged the patron in by itself hands the login over here. */
  set identity(identity: HostIdentity | null) {
    if (!identity) return;
    this.#facts.set('proof', { method: 'host', provider: identity.provider, token: identity.token });
    this.requestUpdate();
  }

  constructor() {
    super();
    Object.assign(this, {
      configSrc: null, config: null, flow: 'register', audience: null, provider: null, library: null, publicComputer: false, inspect: null,
    });
    this.addEventListener('context-request', this.#asked);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute('step', this.step);
    // Before anything else on the page can read the address bar, and once: a move must not look again.
    if (!this.#looked) {
      this.#looked = true;
      const all = [...this.ownerDocument.querySelectorAll(this.localName)];
      this.#owner = this.id || `${this.localName}-${String(Math.max(0, all.indexOf(this)))}`;
      this.#captured = captureReturn(this.#owner);
      const token = takeResetToken();
      if (token !== undefined) this.#facts.set('pinResetToken', token);
    }
    // The first sign of interest, and not the page's loading, is the time to fetch what a click will need.
    for (const type of ['pointerover', 'focusin'] as const) this.addEventListener(type, this.#prepare, { once: true });
    addEventListener('pageshow', this.#shownAgain);
    addEventListener('pagehide', this.#hidden);
    if (this.#parked) this.#begin(this.#parked);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('pageshow', this.#shownAgain);
    removeEventListener('pagehide', this.#hidden);
  }

  /** Starts the current flow again, and ends the session. What was typed and may be kept, is. */
  start(): void {
    this.#restart(true);
  }

  /** Forgets everything and ends the session. */
  reset(): void {
    this.#captured = null;
    this.#restart(false);
  }

  #restart(keeps: boolean): void {
    if (!this.#settled) return;
    const draft = keeps ? this.#flow.context?.draft : undefined;
    const [proof, link] = [this.#facts.get('proof'), this.#facts.get('pinResetToken')];
    this.#forget();
    // A host's login or a mailed link that nobody has used yet is for the flow that starts now.
    if (keeps && proof?.method === 'host') this.#facts.set('proof', proof);
    if (keeps && link !== undefined) this.#facts.set('pinResetToken', link);
    this.#resume = this.#createResume();
    this.#begin(undefined, draft);
  }

  /** Ends the session, and empties the private holder and what is stored. */
  #forget(): void {
    this.#resume?.write(undefined);
    removeTransactionsOf(this.#owner, Date.now());
    if (this.#ports && this.#facts.get('token') !== undefined) void endSession(this.#ports);
    else this.#facts.clear();
  }

  /** Moves focus to the current screen's heading, or to its first field. */
  override focus(options?: FocusOptions): void {
    const target = this.renderRoot.querySelector<HTMLElement>('[part~="heading"]') ?? this.renderRoot.querySelector<HTMLElement>('input');
    target?.focus(options);
    if (!target || options?.preventScroll) return;
    const { top } = target.getBoundingClientRect();
    // What follows the heading would be below the fold; or the page scrolls smoothly, which comes to nothing where its height changes meanwhile.
    if (top < 0 || top > innerHeight / 2) target.scrollIntoView({ behavior: 'instant' });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('config') || changed.has('configSrc') || (!this.hasUpdated && !this.#loading)) void this.#load();
    else if (changed.has('flow') || changed.has('audience') || changed.has('provider')) this.start();
    if (this.publicComputer && !this.#idle) this.#watchIdling().catch(() => undefined);
    // First, as what it changes is shown by this very update.
    if (this.#facts.get('proof')?.method === 'host') this.#provideHost();
    const wanted = this.#wanted;
    const language = this.#language.value;
    const kind = this.#kind;
    if (this.#screens.has(wanted, language, kind)) {
      this.#shown = wanted;
      if (this.hasUpdated) adoptStyles(this.renderRoot as ShadowRoot, [styles, ...groupStyles()]);
    }
    else if (this.#screens.failed) this.#shown = 'register.failed';
    else this.#screens.fetch(wanted, language, kind);
    this.#context?.setValue(this.#state);
  }

  protected override render(): TemplateResult {
    const ui = this.#ui;
    const view = viewFor(this.#shown, this.#kind);
    if (view !== this.#view) this.#shell = SHELLS[this.#shell === SHELLS[0] ? 1 : 0];
    return html`<div part="card" class="card" lang=${this.#language.value}>
      <slot name="header"></slot>
      ${ui && view ? this.#shell(view(ui)) : this.#plain}
      <slot name="help"></slot>
      <slot name="footer"></slot>
      <p class="visually-hidden" role="status">${ui?.busy ? ui.t('busy') : nothing}</p>
    </div>`;
  }

  protected override updated(): void {
    const step = this.#shown;
    if (this.#told !== step) {
      const from = this.#told;
      this.#told = step;
      this.setAttribute('step', step);
      this.#dispatch('signup-step', { flow: this.flow, step, from });
      const { context } = this.#flow;
      if (context && from === 'loading') this.#history.begin(context);
      else if (context && !this.#flow.busy) this.#history.follow(context, positionOf(context, step as Step));
    }
    const view = viewFor(step, this.#kind);
    if (view !== this.#view) {
      this.#view = view;
      // The first screen of a page takes no focus; whoever came back from a login, or walks on, is led.
      if (this.#moveFocus) this.focus();
      this.#moveFocus ||= step !== 'loading';
    }
    this.#tell();
    if (this.#flow.running && !this.#flow.busy) this.#resume?.write(this.publicComputer ? undefined : this.#position);
    // While the patron waits for the library system, what comes next is fetched.
    if (step === 'register.checking') this.#screens.fetch(this.#kind === 'child' ? 'register.child' : 'register.details', this.#language.value);
  }

  /** The screen that there should be; while the flow names none, the one that is there. */
  get #wanted(): ElementStep {
    if (this.#broken) return 'unavailable';
    return this.#flow.step || (this.#flow.running ? this.#shown : 'loading');
  }

  async #load(): Promise<void> {
    this.#loading?.abort();
    const loading = new AbortController();
    this.#loading = loading;
    const result = await readConfiguration({ property: this.config, src: this.configSrc, host: this }, loading.signal);
    if (loading.signal.aborted || !result) return;
    if ('issues' in result) this.#refuse(result.issues, result.contact);
    else {
      for (const warning of result.warnings) console.warn(`[library-signup] ${warning}`);
      this.#use(result.config);
    }
  }

  /** Asked again by the next update when it could not be fetched. */
  async #watchIdling(): Promise<void> {
    const create = (await import('./ui/idle-controller.js')).IdleController;
    this.#idle ??= new create(this, () => this.publicComputer, () => { this.reset(); });
  }

  #refuse(issues: readonly string[], contact?: SignupConfig['library']['contact']): void {
    this.#flow.stop();
    this.#broken = { contact };
    for (const issue of issues) console.error(`[library-signup] ${issue}`);
    this.#emitted.push({ type: 'flow.failed', code: 'config-invalid', retryable: false });
    this.requestUpdate();
  }

  #use(config: SignupConfig): void {
    const first = this.#settled === undefined;
    // Frameworks hand over a new object with each rendering, which says nothing new.
    if (!this.#broken && JSON.stringify(config) === JSON.stringify(this.#settled)) return;
    this.#settled = config;
    this.#resume = this.#createResume();
    this.#ports = compose({
      config,
      facts: this.#facts,
      owner: this.#owner,
      publicComputer: () => this.publicComputer,
      announce: (detail) => this.#dispatch('signup-identify', detail, true),
    });
    this.#begin(first && !this.publicComputer ? this.#resume.read() : this.#position);
  }

  #createResume(): ResumeStore {
    return createResumeStore(this.#owner, this.audience ?? '');
  }

  #begin(position: Position | undefined, draft?: Draft): void {
    const captured = this.#captured;
    const config = this.#settled;
    if (!config) return;
    this.#parked = undefined;
    this.#captured = null;
    if (!captured) this.#run(config, { position, draft });
    else {
      this.#moveFocus = true;
      void resolveReturn(captured, config, this.#facts).then((returned) => {
        if (this.#settled === config) this.#run(config, { position, returned });
      });
    }
  }

  #run(config: SignupConfig, from: Pick<FlowInput, 'position' | 'returned' | 'draft'>): void {
    if (!this.#ports) return;
    const { contact } = config.library;
    if (this.flow === 'register' && !config.register) return this.#refuse(['register: is required for flow "register"'], contact);
    if (!['register', 'recover'].includes(this.flow)) return this.#refuse([`flow "${this.flow}": is not in this version`], contact);
    this.#broken = undefined;
    this.#flow.start(createSignupMachine(this.#ports), {
      config,
      language: this.#language.value,
      flow: this.flow,
      ...(this.audience === null ? {} : { audience: this.audience }),
      ...(this.provider === null ? {} : { provider: this.provider }),
      ...from,
      byLink: this.#facts.get('pinResetToken') !== undefined,
    });
  }

  /** Some screens differ by the kind of audience. */
  get #kind(): Audience['kind'] | undefined {
    return this.#flow.context && audienceOf(this.#flow.context)?.kind;
  }

  get #position(): Position | undefined {
    const { context, step } = this.#flow;
    return context && step && !this.#flow.ended && isResumable(context) ? positionOf(context, step) : undefined;
  }

  #provideHost(): void {
    const proof = this.#facts.get('proof');
    if (proof?.method !== 'host') return;
    const event: FlowEvent = { type: 'identity.provided', provider: proof.provider };
    if (this.#flow.can(event)) this.#flow.send(event);
  }

  get #state(): SignupState {
    return {
      step: this.step,
      language: this.#language.value,
      busy: this.#flow.busy,
      can: (event) => this.#flow.can(event),
      send: (event) => { this.#flow.send(event); },
    };
  }

  get #ui(): Ui | undefined {
    const { context, innermost } = this.#flow;
    const config = this.#settled;
    const step = this.#shown;
    if (!context || !config || step === 'loading' || step === 'unavailable') return undefined;
    const language = this.#language.value;
    const retry = (event: FlowEvent): boolean => this.#screens.failed && event.type === 'flow.retry';
    return {
      ...createTranslator(language, config.texts?.[language]),
      ...innermost,
      step,
      language,
      config,
      facts: context,
      publicComputer: this.publicComputer,
      idle: this.#idle?.ending === true,
      secrets: this.#facts,
      busy: this.#flow.busy,
      localize: (text) => localize(text, language) ?? '',
      nameOf: (adapter) => findProvider(adapter)?.name,
      send: (event) => {
        // A window opens only inside the click, so before anything is loaded or awaited.
        if (event.type === 'identity.chosen' && this.#flow.can(event)) preparePopup(config.identity);
        if (retry(event)) this.#screens.retry();
        else this.#flow.send(event);
      },
      can: (event) => retry(event) || this.#flow.can(event),
    };
  }

  /** The screens outside the flow, which do without a configuration. */
  get #plain(): TemplateResult {
    const language = this.#language.value;
    const ui = {
      ...createTranslator(language),
      localize: (text?: LocalizedText) => localize(text, language) ?? '',
      contact: this.#broken?.contact,
    };
    return this.#shown === 'unavailable' ? unavailable(ui) : loading(ui);
  }

  /** Says what the flow has to tell, once the screen that it leads to is there: a listener finds the element as the event says it is. */
  #tell(): void {
    if (this.#shown !== (this.#broken ? 'unavailable' : this.#flow.step)) return;
    const { flow, step } = this;
    for (const event of this.#emitted.splice(0)) {
      if (event.type === 'flow.completed') this.#dispatch('signup-complete', { flow, outcome: event.outcome });
      else if (event.type === 'flow.failed') this.#dispatch('signup-error', { code: event.code, step, retryable: event.retryable });
      else if (event.type === 'flow.cancelled') {
        this.#forget();
        this.#dispatch('signup-cancel', { flow, step });
      }
      else if (event.type === 'flow.forgotten') this.#forget();
      else if (event.type === 'form.accepted') this.focus();
      else this.renderRoot.querySelector<HTMLElement>('[data-error-summary]')?.focus();
    }
  }

  #fault(error: unknown): void {
    console.error('[library-signup] the flow stopped:', error instanceof Error ? error.message : 'unknown fault');
    this.#broken = { contact: this.#settled?.library.contact };
    this.requestUpdate();
  }

  #dispatch<K extends keyof SignupEvents>(type: K, detail: SignupDetail<K>, cancelable = false): boolean {
    return this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable }));
  }

  /** A page out of the back/forward cache is as it was when it was left, which is no longer true. */
  readonly #shownAgain = (event: PageTransitionEvent): void => {
    if (!event.persisted) return;
    this.#flow.send({ type: 'identity.never-returned' });
    if (this.#facts.get('token') === undefined) this.#flow.send({ type: 'session.lost' });
  };

  readonly #asked = (event: ContextEvent<Context<unknown, unknown>>): void => {
    if (event.context !== signupContext) return;
    event.stopPropagation();
    void this.#provideContext(event);
  };

  /** Nobody pays for the context but hosts whose components ask for it. */
  async #provideContext(event: ContextEvent<Context<unknown, unknown>>): Promise<void> {
    const provide = (await import('./ui/context-provider.js')).provide;
    this.removeEventListener('context-request', this.#asked);
    this.#context ??= provide(this, this.#state);
    this.#context.onContextRequest(event);
  }

  readonly #prepare = (): void => { this.#ports?.identity.preload(); };

  readonly #hidden = (): void => { this.#facts.clear(); };
}

declare global {
  interface HTMLElementTagNameMap {
    'library-signup': LibrarySignup;
  }
}
