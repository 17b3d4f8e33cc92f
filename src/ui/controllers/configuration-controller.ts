import type { ReactiveControllerHost } from 'lit';
import type * as Mistakes from '../../config/mistakes.js';
import type { ConfigReading, Explain } from '../../config/read.js';
import { readConfiguration } from '../../config/source.js';
import { whenParsed } from '../../page/document.js';
import { canLogIn } from '../../page/fitness.js';
import { toJson } from '../../contracts/json.js';
import type { SignupConfig } from '../../contracts/config.js';

type Contact = SignupConfig['library']['contact'];

/** Says in words what is wrong. */
type Explainers = Pick<typeof Mistakes, 'explainReading' | 'warnOfChildren' | 'warnOfPreselection'> & {
  explain(value: unknown): ConfigReading;
};

export interface ConfigurationControllerOptions {
  sources(): { property: unknown; src: string | null };
  /** What says in words what is wrong. It comes later than the rest, as only developers need it. */
  mistakes(): Promise<Explainers>;
  /** Another configuration than before is here. */
  onConfiguration(config: SignupConfig): void;
  preselection(): Mistakes.Preselected;
  /** The configuration can't be used; the developer has been told. */
  onRefused(): void;
}

/** Milliseconds that a page has after its parsing to set the property; frameworks do so when they have started. */
const GRACE = 2_000;

/** Reads the element's configuration, and tells the developer what is wrong with it. */
export class ConfigurationController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #options: ConfigurationControllerOptions;
  #loading: AbortController | undefined;
  #value: SignupConfig | undefined;
  /** Why there is nothing to show but a contact. */
  #broken: { contact: Contact } | undefined;
  /** The configuration could not be had: asking again may help. */
  #isUnread = false;

  constructor(host: ReactiveControllerHost & Element, options: ConfigurationControllerOptions) {
    this.#host = host;
    this.#options = options;
  }

  get value(): SignupConfig | undefined {
    return this.#value;
  }

  get isBroken(): boolean {
    return this.#broken !== undefined;
  }

  /** Whom to ask, as far as that could be read. */
  get contact(): Contact {
    return this.#broken?.contact;
  }

  /** Asks again; `undefined` where that is of no use. */
  get retry(): (() => void) | undefined {
    if (!this.#isUnread) return undefined;
    return () => {
      this.#broken = undefined;
      this.#isUnread = false;
      this.#host.requestUpdate();
      this.read();
    };
  }

  /** Reads the configuration anew. */
  read(): void {
    void this.#read();
  }

  /** The configuration can't be used. */
  refuse(issues: readonly string[], contact: Contact = this.#value?.library.contact): void {
    this.#broken = { contact };
    for (const issue of issues) console.error(`[library-signup] ${issue}`);
    this.#options.onRefused();
    this.#host.requestUpdate();
  }

  /** A flow could start after all. */
  accept(): void {
    this.#broken = undefined;
  }

  async #read(): Promise<void> {
    if (!this.#loading) void this.#lookInside();
    this.#loading?.abort();
    const loading = new AbortController();
    this.#loading = loading;
    const { signal } = loading;
    const sources = { ...this.#options.sources(), host: this.#host };
    const explain: Explain = (value) => this.#options.mistakes().then((mistakes) => mistakes.explain(value));
    const reading = await readConfiguration(sources, explain, signal);
    if (!reading) await new Promise((resolve) => setTimeout(resolve, GRACE));
    if (signal.aborted) return;
    this.#isUnread = sources.src !== null && reading !== undefined && 'unread' in reading;
    const result =
      reading && 'config' in reading && canLogIn(reading.config)
        ? reading
        : await this.#options.mistakes().then(
            ({ explainReading }) => explainReading(reading, sources),
            (): ConfigReading => ({ issues: ['configuration: could not be read'] }),
          );
    // Another read may have begun meanwhile.
    if (loading.signal.aborted) return;
    if ('issues' in result) {
      this.refuse(result.issues, result.contact);
      return;
    }
    for (const warning of result.warnings) console.warn(`[library-signup] ${warning}`);
    // Frameworks hand over a new object with each rendering, which says nothing new.
    if (!this.#broken && toJson(result.config) === toJson(this.#value)) return;
    this.#value = result.config;
    this.#warnOf(this.#options.preselection(), result.config);
    this.#options.onConfiguration(result.config);
  }

  /** Tells the developer of preselections that there are none of. */
  #warnOf({ audience, provider }: Mistakes.Preselected, config: SignupConfig): void {
    const isKnown =
      (audience === null || config.register?.audiences.some(({ id }) => id === audience)) &&
      (provider === null || Object.hasOwn(config.identity.providers, provider));
    if (isKnown) return;
    this.#options.mistakes().then(
      ({ warnOfPreselection }) => warnOfPreselection({ audience, provider }, config),
      () => undefined,
    );
  }

  /** Tells the developer of children that nobody will see. */
  async #lookInside(): Promise<void> {
    await whenParsed();
    if (!this.#host.querySelector(':scope > :not([slot], script)')) return;
    await this.#options.mistakes().then(
      ({ warnOfChildren }) => warnOfChildren(this.#host),
      () => undefined,
    );
  }
}
