import { html, type TemplateResult } from 'lit';
import type { SignupConfigInput } from '../../src/contracts/config.js';
import { localize } from '../../src/contracts/text.js';
import type { Preselects } from './preselects.js';
import { TEXTS } from './texts.js';

interface Option {
  readonly value: string;
  readonly label: string;
}

const plain = (value: string): Option => ({ value, label: value });

/** The tag's attributes `flow`, `audience` and `provider`, with what the configuration has to offer. */
export function preselectSection(
  config: SignupConfigInput | null,
  preselects: Preselects | null,
  lang: 'da' | 'en',
  changed: (changes: Partial<Preselects>) => void,
): TemplateResult {
  const texts = TEXTS[lang];
  const choose = (name: keyof Preselects, none: string, options: readonly Option[]): TemplateResult =>
    html`<div class="row">
      <label for=${name}>${texts[name]}</label>
      <select
        id=${name}
        @change=${(event: Event) => {
          changed({ [name]: (event.target as HTMLSelectElement).value });
        }}
      >
        <option value="" ?selected=${!preselects?.[name]}>${none}</option>
        ${options.map(({ value, label }) => html`<option value=${value} ?selected=${value === preselects?.[name]}>${label}</option>`)}
      </select>
    </div>`;
  const audiences = (config?.register?.audiences ?? []).map(({ id, label }) => ({ value: id, label: localize(label, lang) ?? id }));
  return html`<section aria-labelledby="preselect">
    <h3 id="preselect">${texts.preselect}</h3>
    ${choose('flow', texts.asPage, ['register', 'recover', 'login'].map(plain))} ${choose('audience', texts.none, audiences)}
    ${choose('provider', texts.none, Object.keys(config?.identity.providers ?? {}).map(plain))}
  </section>`;
}
