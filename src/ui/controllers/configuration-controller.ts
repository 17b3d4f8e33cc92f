import type { ReactiveControllerHost } from 'lit';
import type { Explain } from '../../config/read.js';
import { readConfiguration } from '../../config/source.js';
import { toJson } from '../../contracts/json.js';
import type { SignupConfig } from '../../contracts/config.js';

type Contact = SignupConfig['library']['contact'];

export interface ConfigurationControllerOptions {
  sources(): { property: unknown; src: string | null };
  explain: Explain;
  /** Another configuration than before is here. */
  onConfiguration(config: SignupConfig): void;
  /** The configuration can't be used; the developer has been told. */
  onRefused(): void;
}

/** Reads the element's configuration, and tells the developer what is wrong with it. */
export class ConfigurationController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #options: ConfigurationControllerOptions;
  #loading: AbortController | undefined;
  #value: SignupConfig | undefined;
  /** Why there is nothing to show but a contact. */
  #broken: { contact: Contact } | undefined;

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
    this.#loading?.abort();
    const loading = new AbortController();
    this.#loading = loading;
    const result = await readConfiguration({ ...this.#options.sources(), host: this.#host }, this.#options.explain, loading.signal);
    if (loading.signal.aborted || !result) return;
    if ('issues' in result) {
      this.refuse(result.issues, result.contact);
      return;
    }
    for (const warning of result.warnings) console.warn(`[library-signup] ${warning}`);
    // Frameworks hand over a new object with each rendering, which says nothing new.
    if (!this.#broken && toJson(result.config) === toJson(this.#value)) return;
    this.#value = result.config;
    this.#options.onConfiguration(result.config);
  }
}
