import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { scenarios, isScenarioName } from '../../mocks/scenarios.js';
import type { Backend, Mail } from './backend.js';
import type { LoggedEvent } from './event-log.js';
import { logStyles } from './log.styles.js';
import { CHOICES, type ChoiceName, type Settings } from './settings.js';
import { styles } from './simulator.styles.js';
import { TEXTS, type SimulatorTexts } from './texts.js';

const CALLS = ['sessions', 'sessions/current', 'branches', 'patrons', 'authorizations'];

/** The simulator's panel: shows what the element does, and decides what happens behind it. Says what was chosen; others act on it. */
export class SimulatorPanel extends LitElement {
  static override styles = [styles, logStyles];
  static override properties = {
    settings: { attribute: false },
    backend: { attribute: false },
    events: { attribute: false },
    step: {},
    mails: { state: true },
    failed: { state: true },
  };

  settings: Settings | null = null;
  backend: Backend | null = null;
  events: readonly LoggedEvent[] = [];
  step = '';
  protected mails: readonly Mail[] = [];
  protected failed = false;

  protected override updated(): void {
    this.toggleAttribute('data-open', this.settings?.open ?? false);
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
          ${texts.title}
        </button>
        <span class="step" title=${texts.step}>${this.step}</span>
      </div>
      <div class="panel" id="panel" ?hidden=${!settings.open}>${settings.open ? this.#sections(settings, texts) : nothing}</div>
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
        <label class="check"
          ><input
            type="checkbox"
            .checked=${settings.publicComputer}
            @change=${(event: Event) => {
              this.#change({ publicComputer: (event.target as HTMLInputElement).checked });
            }}
          />${texts.publicComputer}</label
        >
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
      <section aria-labelledby="mails">
        <h3 id="mails">${texts.mails}</h3>
        ${
          this.mails.length === 0
            ? html`<p class="none">${texts.noMails}</p>`
            : this.mails.map(
                ({ to, subject, text }) => html` <div class="mail"><strong>${subject}</strong>${to}${text ? `\n${text}` : ''}</div>`,
              )
        }
        <div class="acts"><button class="act" type="button" @click=${this.readMails}>${texts.refresh}</button></div>
      </section>`;
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
      this.mails = await backend.mails();
    });
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
