import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { JsonSchema } from '../../src/config/json-schema.js';
import { issuesAt, pathText, valueAt, type Path } from './paths.js';

export interface Form {
  readonly config: unknown;
  /** As the element would say them. */
  readonly issues: readonly string[];
  set(path: Path, value: unknown): void;
}

/** Keys that hold names of providers. */
const PROVIDER_LIST = /(?:^|\.)providers$/;
const ADAPTERS = ['mitid', 'wayf', 'nemid', 'host', 'library'];
const ICONS = ['person', 'child', 'campus', 'hospital', 'work'];
/** What a new entry of a list begins with. */
const NEW_ENTRIES: Readonly<Record<string, (form: Form) => unknown>> = {
  'register.audiences': (form) => ({ id: 'adult', kind: 'adult', providers: providerNames(form).slice(0, 1) }),
};

const providerNames = ({ config }: Form): string[] => Object.keys(valueAt(config, ['identity', 'providers']) ?? {});
const asText = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
const keyOf = (path: Path): string => String(path[path.length - 1]);

/** `minLength` → Min length */
export function titleOf(key: string): string {
  const words = key.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return (words.charAt(0).toUpperCase() + words.slice(1)).replace(/\b(url|ids?|uri|pin|sms)\b/gi, (word) =>
    word.toUpperCase().replace('IDS', 'IDs'),
  );
}

const isLocalized = ({ anyOf }: JsonSchema): boolean => anyOf?.some(({ properties }) => properties?.da !== undefined) === true;

function messages(form: Form, path: Path, isLeaf: boolean): TemplateResult | typeof nothing {
  const said = issuesAt(form.issues, path, isLeaf);
  return said.length === 0 ? nothing : html`<p class="wrong" id="${pathText(path)}-wrong">${said.join(', ')}</p>`;
}

const describedBy = (form: Form, path: Path, hint: boolean): string =>
  [...(hint ? [`${pathText(path)}-hint`] : []), ...(issuesAt(form.issues, path, true).length > 0 ? [`${pathText(path)}-wrong`] : [])].join(
    ' ',
  );

function labelled(form: Form, path: Path, schema: JsonSchema, required: boolean, control: TemplateResult): TemplateResult {
  const id = pathText(path);
  const { description } = schema;
  return html`<div class="field">
    <label for=${id}>${titleOf(keyOf(path))}${required ? nothing : html` <span class="optional">optional</span>`}</label>
    ${description === undefined ? nothing : html`<p class="hint" id="${id}-hint">${description}</p>`} ${control}
    ${messages(form, path, true)}
  </div>`;
}

interface InputOptions {
  list?: string;
  numeric?: boolean;
  placeholder?: string;
  /** In front of what the label says, for one of two inputs. */
  language?: string;
}

function input(form: Form, path: Path, hasHint: boolean, { list, numeric = false, language }: InputOptions = {}): TemplateResult {
  const id = pathText(path);
  const described = describedBy(form, path, hasHint);
  return html`<input
    id=${id}
    type="text"
    spellcheck="false"
    inputmode=${numeric ? 'numeric' : nothing}
    list=${list ?? nothing}
    aria-label=${language ?? nothing}
    lang=${language === 'Danish' ? 'da' : nothing}
    aria-describedby=${described === '' ? nothing : described}
    aria-invalid=${issuesAt(form.issues, path, true).length > 0 ? 'true' : nothing}
    .value=${live(asText(valueAt(form.config, path)))}
    @input=${({ target }: Event) => {
      const { value } = target as HTMLInputElement;
      form.set(path, value === '' ? undefined : numeric && /^\d+$/.test(value) ? Number(value) : value);
    }}
  />`;
}

function localized(form: Form, path: Path, schema: JsonSchema, required: boolean): TemplateResult {
  const value = valueAt(form.config, path);
  const both = typeof value === 'string' ? { da: value } : ((value ?? {}) as { da?: string; en?: string });
  const id = pathText(path);
  const set = (change: { da?: string; en?: string }): void => {
    const { da, en } = { ...both, ...change };
    const next = { ...(da ? { da } : {}), ...(en ? { en } : {}) };
    form.set(path, da && !en ? da : da || en ? next : undefined);
  };
  const one = (language: 'da' | 'en', name: string): TemplateResult =>
    html`<span class="language"
      ><span aria-hidden="true">${language}</span
      ><input
        id=${language === 'da' ? id : `${id}.en`}
        type="text"
        lang=${language}
        aria-label="${titleOf(keyOf(path))}, ${name}"
        .value=${live(both[language] ?? '')}
        @input=${({ target }: Event) => set({ [language]: (target as HTMLInputElement).value })}
    /></span>`;
  return labelled(form, path, schema, required, html`${one('da', 'Danish')} ${one('en', 'English')}`);
}

function choices(form: Form, path: Path, schema: JsonSchema, options: readonly string[]): TemplateResult {
  const id = pathText(path);
  const fallback = Array.isArray(schema.default) ? (schema.default as string[]) : [];
  const chosen = (valueAt(form.config, path) as string[] | undefined) ?? fallback;
  return html`<fieldset class="field choices" id=${id} tabindex="-1">
    <legend>${titleOf(keyOf(path))}</legend>
    ${schema.description === undefined ? nothing : html`<p class="hint">${schema.description}</p>`}
    <div>
      ${options.map(
        (option) =>
          html`<label class="check"
            ><input
              type="checkbox"
              .checked=${live(chosen.includes(option))}
              @change=${({ target }: Event) => {
                const next = (target as HTMLInputElement).checked ? [...chosen, option] : chosen.filter((one) => one !== option);
                form.set(path, next.length === 0 && fallback.length === 0 ? undefined : next);
              }}
            />${option}</label
          >`,
      )}
    </div>
    ${options.length === 0 ? html`<p class="hint">Add a provider first.</p>` : nothing} ${messages(form, path, true)}
  </fieldset>`;
}

function select(form: Form, path: Path, schema: JsonSchema, required: boolean, options: readonly string[]): TemplateResult {
  const value = asText(valueAt(form.config, path));
  const fallback = asText(schema.default);
  const described = describedBy(form, path, schema.description !== undefined);
  return labelled(
    form,
    path,
    schema,
    required,
    html`<select
      id=${pathText(path)}
      aria-describedby=${described === '' ? nothing : described}
      .value=${live(value)}
      @change=${({ target }: Event) => {
        const chosen = (target as HTMLSelectElement).value;
        form.set(path, chosen === '' ? undefined : chosen);
      }}
    >
      ${required ? nothing : html`<option value="" ?selected=${value === ''}>${fallback === '' ? '–' : `${fallback} (default)`}</option>`}
      ${options.map((option) => html`<option value=${option} ?selected=${option === value}>${option}</option>`)}
    </select>`,
  );
}

function yesOrNo(form: Form, path: Path, schema: JsonSchema): TemplateResult {
  const fallback = schema.default === true;
  const id = pathText(path);
  return html`<div class="field">
    <label class="check"
      ><input
        id=${id}
        type="checkbox"
        aria-describedby=${schema.description === undefined ? nothing : `${id}-hint`}
        .checked=${live((valueAt(form.config, path) as boolean | undefined) ?? fallback)}
        @change=${({ target }: Event) => {
          const { checked } = target as HTMLInputElement;
          form.set(path, checked === fallback ? undefined : checked);
        }}
      />${titleOf(keyOf(path))}</label
    >
    ${schema.description === undefined ? nothing : html`<p class="hint" id="${id}-hint">${schema.description}</p>`}
    ${messages(form, path, true)}
  </div>`;
}

/** An object that may be left out: a switch, and what is in it. */
function optionalGroup(form: Form, path: Path, schema: JsonSchema): TemplateResult {
  const isThere = valueAt(form.config, path) !== undefined;
  return html`<fieldset class="group">
    <legend>
      <label class="check"
        ><input
          id=${pathText(path)}
          type="checkbox"
          .checked=${live(isThere)}
          @change=${({ target }: Event) => form.set(path, (target as HTMLInputElement).checked ? {} : undefined)}
        />${titleOf(keyOf(path))}</label
      >
    </legend>
    ${schema.description === undefined ? nothing : html`<p class="hint">${schema.description}</p>`} ${messages(form, path, false)}
    ${isThere ? properties(form, path, schema) : nothing}
  </fieldset>`;
}

/** Objects in a list, or by name. */
function entries(form: Form, path: Path, schema: JsonSchema): TemplateResult {
  const list = valueAt(form.config, path) as unknown[] | Record<string, unknown> | undefined;
  const inner = schema.items ?? (schema.additionalProperties as JsonSchema);
  const keys: (string | number)[] = schema.items ? [...((list ?? []) as unknown[]).keys()] : Object.keys(list ?? {});
  const one = titleOf(keyOf(path)).replace(/s$/, '').toLowerCase();
  const add = (): void => {
    const made = NEW_ENTRIES[pathText(path)]?.(form) ?? {};
    if (schema.items) return form.set([...path, keys.length], made);
    const names = [...ADAPTERS.filter((name) => !keys.includes(name)), ...keys.map((key) => `${key}-2`)];
    const name = names[0] ?? one;
    form.set([...path, name], { adapter: ADAPTERS.find((adapter) => name.startsWith(adapter)) ?? 'mitid' });
  };
  const rename = (from: string, to: string): void => {
    if (to === '' || keys.includes(to)) return;
    form.set(path, Object.fromEntries(Object.entries((list ?? {}) as object).map(([key, value]) => [key === from ? to : key, value])));
  };
  return html`<div class="entries" id=${pathText(path)} tabindex="-1">
    <h3>${titleOf(keyOf(path))}</h3>
    ${schema.description === undefined ? nothing : html`<p class="hint">${schema.description}</p>`} ${messages(form, path, false)}
    ${keys.map((key) => {
      const at = [...path, key];
      const name = typeof key === 'number' ? asText(valueAt(form.config, [...at, 'id'])) || `${one} ${key + 1}` : key;
      return html`<details class="entry" open>
        <summary>${name}</summary>
        ${
          typeof key === 'string'
            ? html`<div class="field">
                <label for="${pathText(at)}-name">Name</label>
                <input
                  id="${pathText(at)}-name"
                  type="text"
                  .value=${live(key)}
                  @change=${({ target }: Event) => rename(key, (target as HTMLInputElement).value.trim())}
                />
              </div>`
            : nothing
        }
        ${messages(form, at, false)} ${properties(form, at, inner)}
        <button type="button" @click=${() => form.set(at, undefined)}>Remove ${name}</button>
      </details>`;
    })}
    <button type="button" @click=${add}>Add ${/^[aeiou]/.test(one) ? 'an' : 'a'} ${one}</button>
  </div>`;
}

/** Texts by key, as `key: text`, a line each. */
function record(form: Form, path: Path, schema: JsonSchema): TemplateResult {
  const id = pathText(path);
  const value = (valueAt(form.config, path) ?? {}) as Record<string, string>;
  return labelled(
    form,
    path,
    schema,
    false,
    html`<textarea
        id=${id}
        rows="3"
        aria-describedby="${id}-format"
        @change=${({ target }: Event) => {
          const lines = (target as HTMLTextAreaElement).value.split('\n').filter((line) => line.includes(':'));
          const pairs = lines.map((line) => [line.slice(0, line.indexOf(':')).trim(), line.slice(line.indexOf(':') + 1).trim()]);
          form.set(path, pairs.length === 0 ? undefined : Object.fromEntries(pairs));
        }}
        .value=${live(
          Object.entries(value)
            .map(([key, text]) => `${key}: ${text}`)
            .join('\n'),
        )}
      ></textarea>
      <p class="hint" id="${id}-format">A line each: <code>key: text</code></p>`,
  );
}

function control(form: Form, path: Path, schema: JsonSchema, required: boolean): TemplateResult {
  const text = pathText(path);
  const hasHint = schema.description !== undefined;
  if (isLocalized(schema)) return localized(form, path, schema, required);
  if (schema.items) {
    if (schema.items.enum) return choices(form, path, schema, schema.items.enum);
    if (PROVIDER_LIST.test(text)) return choices(form, path, schema, providerNames(form));
    if (schema.items.type === 'string') return lines(form, path, schema, required);
    return entries(form, path, schema);
  }
  if (schema.enum) return select(form, path, schema, required, schema.enum);
  if (schema.type === 'boolean') return yesOrNo(form, path, schema);
  if (schema.type === 'object') {
    if (typeof schema.additionalProperties === 'object') {
      return schema.additionalProperties.type === 'object' ? entries(form, path, schema) : record(form, path, schema);
    }
    return required
      ? html`<fieldset class="group">
          <legend>${titleOf(keyOf(path))}</legend>
          ${properties(form, path, schema)}
        </fieldset>`
      : optionalGroup(form, path, schema);
  }
  if (keyOf(path) === 'replacedBy') return select(form, path, schema, required, providerNames(form));
  const list = keyOf(path) === 'icon' ? 'icons' : keyOf(path) === 'adapter' && !text.includes('mailbox') ? 'adapters' : undefined;
  return labelled(form, path, schema, required, input(form, path, hasHint, { numeric: schema.type === 'integer', ...(list && { list }) }));
}

/** Texts in a list, a line each. */
function lines(form: Form, path: Path, schema: JsonSchema, required: boolean): TemplateResult {
  return labelled(
    form,
    path,
    schema,
    required,
    html`<textarea
      id=${pathText(path)}
      rows="3"
      .value=${live(((valueAt(form.config, path) ?? []) as string[]).join('\n'))}
      @change=${({ target }: Event) => {
        const texts = (target as HTMLTextAreaElement).value
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean);
        form.set(path, texts.length === 0 ? undefined : texts);
      }}
    ></textarea>`,
  );
}

/** A control for each property, the required ones first. */
export function properties(form: Form, path: Path, schema: JsonSchema): TemplateResult {
  const all = Object.entries(schema.properties ?? {}).filter(([key, { const: fixed }]) => key !== '$schema' && fixed === undefined);
  const isRequired = (key: string): boolean => schema.required?.includes(key) === true;
  const sorted = [...all.filter(([key]) => isRequired(key)), ...all.filter(([key]) => !isRequired(key))];
  return html`${sorted.map(([key, property]) => control(form, [...path, key], property, isRequired(key)))}`;
}

export const suggestions = (): TemplateResult =>
  html`<datalist id="adapters">${ADAPTERS.map((name) => html`<option value=${name}></option>`)}</datalist>
    <datalist id="icons">${ICONS.map((name) => html`<option value=${name}></option>`)}</datalist>`;
