import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { scenarios, isScenarioName } from '../../mocks/scenarios.js';
import type { SignupConfigInput } from '../../src/contracts/config.js';
import { localize } from '../../src/contracts/text.js';
import type { StateChart } from '../chart/state-chart.js';
import type { Walk } from '../chart/walk.js';
import type { Backend, Mail } from './backend.js';
import type { LoggedEvent } from './event-log.js';
import './inbox.js';
import { logStyles } from './log.styles.js';
import { pageSwitch } from './page-switch.js';
import { preselectSection } from './preselect-section.js';
import type { Preselects } from './preselects.js';
import { CHOICES, type ChoiceName, type Settings } from './settings.js';
import { barStyles } from './bar.styles.js';
import { styles } from './simulator.styles.js';
import { TEXTS, type SimulatorTexts } from './texts.js';

/** Of the contract, without their variable segments; what a scenario can be limited to. */
const CALLS = [
  'authorizations',
  'sessions',
  'sessions/current',
  'branches',
  'service-points',
  'patrons',
  'patrons/me/pin',
  'child-applications',
  'pin-orders',
  'pin-resets',
  'mailbox-challenges',
  'mailbox-challenges/answers',
  'user-ids',
  'user-id-reminders',
  'libraries',
  'profiles',
  'profiles/me',
  'profiles/me/libraries',
  'link-intents',
  'sessions/current/link-offer',
  'order-checks',
  'guest-orders',
  'handovers',
];
/** Milliseconds between two looks into a server's mailbox, while the panel is open. */
const LOOK_EVERY = 2_000;

/** The simulator's panel: shows what the element does, and decides what happens behind it. Says what was chosen; others act on it. */
export class SimulatorPanel extends LitElement {
  static override styles = [styles, barStyles, logStyles];
  static override properties = {
    settings: { attribute: false },
    backend: { attribute: false },
    config: { attribute: false },
    preselects: { attribute: false },
    events: { attribute: false },
    step: {},
    mails: { state: true },
    unread: { state: true },
    arrived: { state: true },
    failed: { state: true },
    charted: { state: true },
  };

  settings: Settings | null = null;
  backend: Backend | null = null;
  config: SignupConfigInput | null = null;
  preselects: Preselects | null = null;
  events: readonly LoggedEvent[] = [];
  step = '';
  protected mails: readonly Mail[] = [];
  protected unread: ReadonlySet<number> = new Set();
  protected arrived = '';
  protected failed = false;
  /** Whether the statechart is shown; what draws it is fetched then. */
  protected charted = false;
  readonly #walks = new Map<string, Walk>();
  #looked = false;
  #looking: ReturnType<typeof setInterval> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#looking);
  }

  protected override updated(changed: PropertyValues<this>): void {
    const open = this.settings?.open ?? false;
    this.toggleAttribute('data-open', open);
    // A screen that changes may have been the reason for a mail; one that asks again and again is only wanted in front of somebody.
    if (changed.has('step')) void this.readMails();
    if (changed.has('backend')) this.backend?.onMail?.(() => void this.readMails());
    clearInterval(this.#looking);
    if (open && this.backend && !this.backend.onMail) {
      this.#looking = setInterval(() => {
        if (document.visibilityState === 'visible') void this.readMails();
      }, LOOK_EVERY);
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    const { settings } = this;
    if (!settings) return nothing;
    const texts = TEXTS[settings.lang];
    return html` <div role="region" aria-label=${texts.title}>
      <div class="bar">
        <button
          class="toggle"
          type="button"
          aria-expanded=${settings.open ? 'true' : 'false'}
          aria-controls="panel"
          @click=${() => {
            this.#change({ open: !settings.open });
          }}
        >
          ${texts.title}${this.unread.size > 0 ? html` <span class="badge">${this.unread.size}<span class="visually-hidden"> ${texts.unread}</span></span>` : nothing}
        </button>
        ${pageSwitch(texts)}
        <span class="step" title=${texts.step}>${this.step}</span>
      </div>
      <div class="panel" id="panel" ?hidden=${!settings.open}>${settings.open ? this.#sections(settings, texts) : nothing}</div>
      <p class="visually-hidden" role="status">${this.arrived}</p>
    </div>`;
  }

  #sections(settings: Settings, texts: SimulatorTexts): TemplateResult {
    return html` <section aria-label=${texts.settings}>
        ${this.#segments('backend', settings, texts)} ${this.#segments('mode', settings, texts)}
        <div class="row">
          <label for="scenario">${texts.scenario}</label>
          <select id="scenario" @change=${this.#onScenario}>
            ${Object.entries(scenarios).map(([name, { label }]) => html`<option value=${name} ?selected=${name === settings.scenario}>${label[settings.lang]}</option>`)}
          </select>
        </div>
        <div class="row">
          <label for="call">${texts.call}</label>
          <select id="call" @change=${this.#onScenario}>
            <option value="">${texts.every}</option>
            ${CALLS.map((call) => html`<option ?selected=${call === settings.call}>${call}</option>`)}
          </select>
        </div>
        ${this.#segments('lang', settings, { da: 'Dansk', en: 'English', lang: texts.lang })} ${this.#segments('theme', settings, texts)}
        ${this.#segments('width', settings, { full: texts.full, 360: '360', 320: '320', width: texts.width })}
        ${this.#check('publicComputer', settings, texts)}
        ${this.config?.identity.providers.nemid ? this.#check('nemid', settings, texts) : nothing}
        ${this.#check('example', settings, texts)}
        <div class="acts">
          <button
            class="act"
            type="button"
            @click=${() => {
              this.#ask('simulator-restart');
            }}
          >
            ${texts.restart}
          </button>
          <button
            class="act"
            type="button"
            @click=${() => {
              this.#ask('simulator-reset');
            }}
          >
            ${texts.reset}
          </button>
        </div>
        <p class="problem" role="status">${this.failed ? texts.unreachable : nothing}</p>
      </section>
      ${preselectSection(this.config, this.preselects, settings.lang, (detail) => {
        this.dispatchEvent(new CustomEvent('simulator-preselect', { detail }));
      })}
      <section aria-labelledby="events">
        <h3 id="events">${texts.events}</h3>
        ${
          this.events.length === 0
            ? html`<p class="none">${texts.noEvents}</p>`
            : html` <ol class="log" tabindex="0" aria-labelledby="events">
                  ${this.events.map(
                    ({ time, type, detail }) =>
                      html` <li class=${type}>
                        <time>${time}</time> <b>${type}</b><code>${detail.split('\n').map((line) => html`${line}<br />`)}</code>
                      </li>`,
                  )}
                </ol>
                <div class="acts">
                  <button
                    class="act"
                    type="button"
                    @click=${() => {
                      this.#ask('simulator-clear');
                    }}
                  >
                    ${texts.clear}
                  </button>
                </div>`
        }
      </section>
      <section aria-labelledby="chart" class="chart">
        <h3 id="chart">${texts.chart}</h3>
        ${
          this.charted
            ? html`<state-chart></state-chart>`
            : html`<button class="act" type="button" @click=${() => void this.#showChart()}>${texts.showChart}</button>`
        }
        <p><a href="chart.html" target="_blank" rel="noopener">${texts.largeChart}</a></p>
      </section>
      <section aria-labelledby="mails">
        <h3 id="mails">${texts.mails}</h3>
        <signup-inbox
          .mails=${this.mails}
          .unread=${this.unread}
          .texts=${texts}
          .sender=${localize(this.config?.library.name, settings.lang) ?? ''}
          .step=${this.step}
          @inbox-read=${({ detail }: CustomEvent<number>) => {
            this.unread = new Set([...this.unread].filter((id) => id !== detail));
          }}
          @inbox-use=${({ detail }: CustomEvent<string>) => this.dispatchEvent(new CustomEvent('simulator-use', { detail }))}
        ></signup-inbox>
      </section>`;
  }

  /** Where the patron is in the statechart. */
  takeWalk(walk: Walk): void {
    this.#walks.set(walk.machine, walk);
    this.renderRoot.querySelector<StateChart>('state-chart')?.take(walk);
  }

  async #showChart(): Promise<void> {
    await import('../chart/state-chart.js');
    this.charted = true;
    await this.updateComplete;
    for (const walk of this.#walks.values()) this.takeWalk(walk);
  }

  #check(name: 'publicComputer' | 'nemid' | 'example', settings: Settings, texts: SimulatorTexts): TemplateResult {
    return html`<label class="check"
      ><input
        type="checkbox"
        name=${name}
        .checked=${settings[name]}
        @change=${(event: Event) => {
          this.#change({ [name]: (event.target as HTMLInputElement).checked });
        }}
      />${texts[name]}</label
    >`;
  }

  #segments(name: ChoiceName, settings: Settings, texts: Readonly<Record<string, string>>): TemplateResult {
    return html`<fieldset class="row">
      <legend>${texts[name]}</legend>
      <div class="segments">
        ${CHOICES[name].map(
          (value) =>
            html`<label
              ><input
                type="radio"
                name=${name}
                value=${value}
                .checked=${settings[name] === value}
                @change=${() => {
                  this.#change({ [name]: value });
                }}
              />${texts[value]}</label
            >`,
        )}
      </div>
    </fieldset>`;
  }

  readonly #onScenario = (): void => {
    const read = (id: string): string => this.renderRoot.querySelector<HTMLSelectElement>(`#${id}`)?.value ?? '';
    const scenario = read('scenario');
    if (isScenarioName(scenario)) this.#change({ scenario, call: read('call') });
  };

  readonly readMails = async (): Promise<void> => {
    await this.attempt(async (backend) => {
      const mails = await backend.mails();
      const known = new Set(this.mails.map(({ id }) => id));
      const fresh = mails.filter(({ id }) => !known.has(id));
      const isSame = fresh.length === 0 && mails.length === this.mails.length;
      if (isSame) return;
      const [newest] = fresh.slice(-1);
      // What was there when the page came is no news.
      if (newest && this.#looked) {
        this.unread = new Set([...this.unread, ...fresh.map(({ id }) => id)]);
        this.arrived = `${TEXTS[this.settings?.lang ?? 'da'].newMail}: ${newest.subject}`;
      }
      this.unread = new Set([...this.unread].filter((id) => mails.some((mail) => mail.id === id)));
      this.mails = mails;
    });
    this.#looked = true;
  };

  /** Does something with the back end and says so when it can't be reached. */
  async attempt(act: (backend: Backend) => Promise<void>): Promise<void> {
    if (!this.backend) return;
    try {
      await act(this.backend);
      this.failed = false;
    } catch {
      this.failed = true;
    }
  }

  #change(changes: Partial<Settings>): void {
    this.dispatchEvent(new CustomEvent('simulator-change', { detail: changes }));
  }

  #ask(type: 'simulator-restart' | 'simulator-reset' | 'simulator-clear'): void {
    this.dispatchEvent(new CustomEvent(type));
  }
}

customElements.define('signup-simulator', SimulatorPanel);
