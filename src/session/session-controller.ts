import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { SignupConfig } from '../contracts/config.js';
import type { Language } from '../contracts/text.js';
import { FLOWS, type Draft, type Flow, type Position } from '../contracts/transaction.js';
import type { ElementServices } from '../downloads/adapters.js';
import { downloads } from '../downloads/downloads.js';
import type { SignupDetail } from '../events.js';
import { createSignupMachine } from '../flow/actors.js';
import { isResumable, positionOf } from '../flow/persistence.js';
import { endSession } from '../flow/session.js';
import type { FlowInput, HostReferences, LoginInput } from '../flow/types.js';
import { captureReturn, type CapturedReturn } from '../identity/return.js';
import { removeTransactionsOf } from '../identity/transactions.js';
import type { Clock, HandOffReturn, SecretHolder } from '../ports.js';
import type { FlowController } from '../ui/controllers/flow-controller.js';
import { takePinResetToken } from './pin-reset-link.js';
import { createResumeStore, type ResumeStore } from './resume-store.js';
import { createSecretHolder } from './secret-holder.js';
import { createServices } from './services.js';

type Host = ReactiveControllerHost & HTMLElement;

/** What the host page asks for. */
export interface Preselection extends LoginInput, HostReferences {
  readonly flow: Flow;
  readonly audience: string | null;
  readonly provider: string | null;
}

export interface SessionControllerOptions {
  readonly flow: FlowController;
  readonly clock: Clock;
  language(): Language;
  publicComputer(): boolean;
  preselection(): Preselection;
  /** Tells the host page of a login; `false` when it logs the patron in by itself. */
  announce(detail: SignupDetail<'signup-identify'>): boolean;
  /** Somebody has come back from a login with this page load. */
  onReturn(): void;
  /** The flow starts. */
  onStart(): void;
  /** The flow that is asked for can't start with this configuration. */
  refuse(issues: readonly string[]): void;
}

/** Which element of the page this is: its id, or its number among its like. */
function ownerOf(host: HTMLElement): string {
  // An element's own, as a page's names may stand for the document's: `<form name="querySelectorAll">`.
  const page = host.closest('html') ?? (host.getRootNode() as ShadowRoot);
  const all = [...page.querySelectorAll(host.localName)];
  return host.id || `${host.localName}-${Math.max(0, all.indexOf(host))}`;
}

/** Why this flow can't start, if it can't. */
function issueOf(flow: Flow, config: SignupConfig): string | undefined {
  if (!FLOWS.includes(flow)) return `flow "${flow}": is unknown`;
  return flow === 'recover' || config[flow] ? undefined : `${flow}: is required`;
}

/**
 * The life of one patron's session: it begins with what the page was opened with (a login's answer, a mailed link, the place before a reload), and ends
 * with nothing of the patron left. Owns the secrets.
 */
export class SessionController implements ReactiveController {
  readonly #host: Host;
  readonly #options: SessionControllerOptions;
  readonly secrets: SecretHolder = createSecretHolder();
  #owner = '';
  #captured: CapturedReturn | null = null;
  /** Away from the page, with the place where to carry on, if there is one. */
  #parked: { readonly position: Position | undefined } | undefined;
  #resume: ResumeStore | undefined;
  #config: SignupConfig | undefined;
  #services: ElementServices | undefined;

  constructor(host: Host, options: SessionControllerOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  get owner(): string {
    return this.#owner;
  }

  hostConnected(): void {
    // Before anything else on the page can read the address bar, and once: a move must not look again.
    if (!this.#owner) {
      this.#owner = ownerOf(this.#host);
      this.#captured = captureReturn(this.#owner, { now: this.#options.clock.now() });
      this.#takeLink();
    }
    // The first sign of interest, and not the page's loading, is the time to fetch what a click will need.
    for (const type of ['pointerover', 'focusin'] as const) this.#host.addEventListener(type, this.#prepare, { once: true });
    addEventListener('pageshow', this.#shownAgain);
    addEventListener('pagehide', this.#hidden);
    addEventListener('hashchange', this.#takeLink);
    if (this.#parked) void this.#begin(this.#parked);
  }

  hostDisconnected(): void {
    removeEventListener('pageshow', this.#shownAgain);
    removeEventListener('pagehide', this.#hidden);
    removeEventListener('hashchange', this.#takeLink);
  }

  /** Begins with this configuration: where the patron was, if that is known. */
  use(config: SignupConfig): void {
    const isFirst = this.#config === undefined;
    this.#config = config;
    this.#resume = this.#createResumeStore();
    this.#services = createServices({
      config,
      secrets: this.secrets,
      clock: this.#options.clock,
      owner: this.#owner,
      baseUrl: this.#host.baseURI,
      publicComputer: () => this.#options.publicComputer(),
      popup: () => downloads().popup(),
      announce: (detail) => this.#options.announce(detail),
      hostReferences: () => this.#options.preselection(),
      dispatch: (event) => this.#host.dispatchEvent(event),
    });
    void this.#begin({ position: isFirst && !this.#options.publicComputer() ? this.#resume.read() : this.position });
  }

  /** Starts the flow again. What was typed and may be kept, is. */
  start(): void {
    const draft = this.#options.flow.current?.context.draft;
    const [proof, link] = [this.secrets.get('proof'), this.secrets.get('pinResetToken')];
    this.forget();
    // A host's login or a mailed link that nobody has used yet is for the flow that starts now.
    if (proof?.method === 'host') this.secrets.set('proof', proof);
    if (link !== undefined) this.secrets.set('pinResetToken', link);
    this.#restart(draft);
  }

  /** Starts the flow again with nothing of what was. */
  reset(): void {
    this.#captured = null;
    this.forget();
    this.#restart();
  }

  /** Ends the session, and empties the secret holder and what is stored. */
  forget(): void {
    this.#resume?.write(undefined);
    removeTransactionsOf(this.#owner, this.#options.clock.now());
    const services = this.#services;
    if (services && this.secrets.get('token') !== undefined) void endSession(services, async () => (await services.adapters()).gateway);
    else this.secrets.clear();
  }

  /** The element has left the page: where the patron is is kept until it comes back. */
  park(): void {
    this.#parked = { position: this.position };
  }

  /** Keeps the place for a reload. */
  save(): void {
    const current = this.#options.flow.current;
    if (current && !current.busy) this.#resume?.write(this.#options.publicComputer() ? undefined : this.position);
  }

  /** Where the patron is, if there is anything to carry on with. */
  get position(): Position | undefined {
    const { context, step, ended } = this.#options.flow.current ?? {};
    return context && step && !ended && isResumable(context) ? positionOf(context, step) : undefined;
  }

  /** Takes the login that the host page has done, as soon as the flow has a use for it. */
  takeHostLogin(): void {
    const proof = this.secrets.get('proof');
    if (proof?.method !== 'host') return;
    this.#options.flow.send({ type: 'identity.provided', provider: proof.provider });
  }

  /** To a screen that the patron had left by Back. */
  goTo(position: Position): void {
    this.#run({ position });
  }

  #restart(draft?: Draft): void {
    if (!this.#config) return;
    this.#resume = this.#createResumeStore();
    void this.#begin({ draft });
  }

  async #begin(from: Pick<FlowInput, 'position' | 'draft'>): Promise<void> {
    const captured = this.#captured;
    const config = this.#config;
    if (!config) return;
    this.#parked = undefined;
    this.#captured = null;
    if (!captured) {
      this.#run(from);
      return;
    }
    this.#options.onReturn();
    const returned = await this.#open(captured, config);
    if (this.#config === config) this.#run({ position: from.position, returned });
  }

  /** What came of the login that was captured from the address bar. Never rejects. */
  async #open(captured: CapturedReturn, config: SignupConfig): Promise<HandOffReturn> {
    if (captured.outcome === 'refused') return captured;
    try {
      return await (await downloads().adapters()).openReturn(captured, config, this.secrets);
    } catch {
      const { provider, position } = captured.transaction;
      return { outcome: 'refused', notice: 'provider-failed', provider, position };
    }
  }

  #run(from: Pick<FlowInput, 'position' | 'returned' | 'draft'>): void {
    const config = this.#config;
    const services = this.#services;
    if (!config || !services) return;
    const { flow, audience, provider, library, purpose } = this.#options.preselection();
    const issue = issueOf(flow, config);
    if (issue) {
      this.#options.refuse([issue]);
      return;
    }
    this.#options.onStart();
    this.#options.flow.start(
      createSignupMachine(services, async (name) => (await downloads().flows[name]()).createMachine),
      {
        config,
        language: this.#options.language(),
        flow,
        ...(audience !== null && { audience }),
        ...(provider !== null && { provider }),
        ...from,
        login: { library, purpose },
        byLink: this.secrets.get('pinResetToken') !== undefined,
      },
    );
  }

  #createResumeStore(): ResumeStore {
    return createResumeStore(this.#owner, this.#options.preselection().audience ?? '', this.#options.clock);
  }

  /** A page out of the back/forward cache is as it was when it was left, which is no longer true. */
  readonly #shownAgain = (event: PageTransitionEvent): void => {
    if (!event.persisted) return;
    // On a public computer it is the next person who goes back.
    if (this.#options.publicComputer()) {
      this.reset();
      return;
    }
    const { flow } = this.#options;
    flow.send({ type: 'identity.never-returned' });
    if (this.secrets.get('token') === undefined) flow.send({ type: 'session.lost' });
  };

  /** A mailed link for a new PIN, also one that is followed while its page is open. */
  readonly #takeLink = (): void => {
    const token = takePinResetToken();
    if (token === undefined) return;
    this.secrets.set('pinResetToken', token);
    this.#restart();
  };

  readonly #hidden = (): void => this.secrets.clear();

  readonly #prepare = (): void => {
    const { adapters, flows } = downloads();
    adapters().catch(() => undefined);
    if (this.#options.preselection().flow === 'register') flows.register().catch(() => undefined);
  };
}
