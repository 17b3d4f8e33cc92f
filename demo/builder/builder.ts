import { html, nothing, render, type TemplateResult } from 'lit';
import { explain } from '../../src/config/issues.js';
import { configJsonSchema, readMeanings } from '../../src/config/json-schema.js';
import type { SignupConfigInput } from '../../src/contracts/config.js';
import type { LibrarySignup } from '../../src/library-signup.js';
import documentation from '../../docs/configuration.md?raw';
import { showToolBar } from '../tools/tool-bar.js';
import { lookForm, type Look } from './colours.js';
import { outputsOf, outputView } from './outputs.js';
import { withValue, type Path } from './paths.js';
import { showLook, showPreview } from './preview.js';
import bareTheme from '../themes/bare.css?raw';
import publicTheme from '../themes/public-library.css?raw';
import universityTheme from '../themes/university.css?raw';
import { properties, suggestions, titleOf, type Form } from './schema-form.js';
import { STARTS } from '../../src/config/starts.js';

type FlowName = LibrarySignup['flow'];
interface Kept {
  config: unknown;
  look: Look;
  page: string;
}

const KEY = 'library-signup-demo:builder';
const SCHEMA = configJsonSchema(readMeanings(documentation));
/** Empty objects that mean something: the flow is there. */
const KEPT = new Set(['register', 'recover', 'login']);
const SECTIONS = ['library', 'gateway', 'identity', 'register', 'recover', 'login', 'texts'] as const;
/** demo/themes, to begin with. */
const THEMES: Readonly<Record<string, string>> = { 'public library': publicTheme, university: universityTheme, bare: bareTheme };
const themeSheet = new CSSStyleSheet();
document.adoptedStyleSheets.push(themeSheet);
const FLOWS: readonly FlowName[] = ['register', 'recover', 'login'];

const find = <E extends Element>(selector: string): E => document.querySelector(selector) as E;
const settings = find<HTMLFormElement>('.settings');
const page = find<HTMLElement>('.page');
const tools = find<HTMLElement>('.preview-tools');
const outputs = find<HTMLElement>('.outputs');
const element = document.createElement('library-signup');
element.lang = 'da';
page.append(element);

function stored(): Kept {
  const start: Kept = { config: STARTS['Public library'], look: {}, page: 'https://library.example.org/sign-up' };
  try {
    return { ...start, ...(JSON.parse(sessionStorage.getItem(KEY) ?? '{}') as Partial<Kept>) };
  } catch {
    return start;
  }
}

let { config, look, page: address } = stored();
let flow: FlowName = 'register';
let said = '';
let pasted = '';
let notJson = '';
let waiting: ReturnType<typeof setTimeout> | undefined;

const flowsOf = (value: unknown): readonly FlowName[] =>
  FLOWS.filter((name) => (value as Record<string, unknown> | null)?.[name] !== undefined);

function change(next: { config?: unknown; look?: Look; address?: string }): void {
  if ('config' in next) config = next.config;
  if (next.look) look = next.look;
  if (next.address !== undefined) address = next.address;
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ config, look, page: address }));
  } catch {
    // Storage denied: it lasts as long as the page.
  }
  draw();
}

const form = (issues: readonly string[]): Form => ({
  config,
  issues,
  set: (path: Path, value: unknown) => change({ config: withValue(config, path, value, KEPT) }),
});

function readPasted(): void {
  try {
    notJson = '';
    change({ config: JSON.parse(pasted) as unknown });
    said = 'Read. What is wrong with it, if anything, is said at its field.';
  } catch (error) {
    notJson = `This is not JSON: ${error instanceof Error ? error.message : String(error)}`;
  }
  draw();
}

const startView = (): TemplateResult =>
  html`<fieldset class="group start">
    <legend>Begin</legend>
    <div class="acts">
      ${Object.entries(STARTS).map(([name, start]) => html`<button type="button" @click=${() => change({ config: start })}>${name}</button>`)}
    </div>
    <details>
      <summary>Or paste a configuration that you have</summary>
      <label for="pasted" class="visually-hidden">Configuration</label>
      <textarea
        id="pasted"
        rows="6"
        spellcheck="false"
        aria-describedby=${notJson === '' ? nothing : 'pasted-wrong'}
        aria-invalid=${notJson === '' ? nothing : 'true'}
        @input=${({ target }: Event) => (pasted = (target as HTMLTextAreaElement).value)}
      ></textarea>
      ${notJson === '' ? nothing : html`<p class="wrong" id="pasted-wrong">${notJson}</p>`}
      <button type="button" @click=${readPasted}>Read it</button>
    </details>
  </fieldset>`;

function summaryOf(issues: readonly string[]): TemplateResult {
  const leadTo = (issue: string) => (event: Event) => {
    event.preventDefault();
    const parts = issue.slice(0, issue.indexOf(': '));
    // The field itself, or the nearest thing around it that is there.
    for (let id = parts; id !== ''; id = id.replace(/(?:\.?[^.[]+|\[[^\]]*\])$/, '')) {
      const field = document.getElementById(id);
      if (!field) continue;
      field.closest('details')?.setAttribute('open', '');
      field.closest<HTMLDetailsElement>('.section')?.setAttribute('open', '');
      field.focus();
      return;
    }
  };
  return html`<div role="status">
    ${
      issues.length === 0
        ? html`<p class="fine">The configuration is complete.</p>`
        : html`<div class="problems">
            <p><b>${issues.length === 1 ? 'One thing is' : `${issues.length} things are`} missing or wrong</b></p>
            <ul>
              ${issues.map((issue) => html`<li><a href="#${issue.split(':')[0] ?? ''}" @click=${leadTo(issue)}>${issue}</a></li>`)}
            </ul>
          </div>`
    }
  </div>`;
}

function section(own: Form, name: (typeof SECTIONS)[number]): TemplateResult {
  const schema = SCHEMA.properties?.[name] ?? {};
  const isRequired = SCHEMA.required?.includes(name) === true;
  const isThere = (config as Record<string, unknown> | null)?.[name] !== undefined;
  return html`<details class="section" ?open=${name === 'library'}>
    <summary>${titleOf(name)}${isThere ? nothing : html` <span class="optional">not used</span>`}</summary>
    ${
      isRequired || name === 'texts'
        ? nothing
        : html`<label class="check"
            ><input
              id=${name}
              type="checkbox"
              .checked=${isThere}
              @change=${({ target }: Event) => own.set([name], (target as HTMLInputElement).checked ? {} : undefined)}
            />This page has it</label
          >`
    }
    ${isThere || isRequired || name === 'texts' ? properties(own, [name], schema) : nothing}
  </details>`;
}

function draw(): void {
  const reading = explain(config);
  const issues = 'issues' in reading ? reading.issues : (reading.warnings ?? []);
  const own = form(issues);
  render(
    html`${startView()} ${summaryOf(issues)} ${SECTIONS.map((name) => section(own, name))}
      <details class="section">
        <summary>Colours and shapes</summary>
        ${lookForm(look, (name, value) => change({ look: { ...look, [name]: value } }))}
      </details>
      ${suggestions()}`,
    settings,
  );
  const flows = flowsOf(config);
  if (!flows.includes(flow)) flow = flows[0] ?? 'register';
  render(
    html`<label
        >Flow
        <select
          @change=${({ target }: Event) => {
            flow = (target as HTMLSelectElement).value as FlowName;
            draw();
          }}
        >
          ${flows.map((name) => html`<option ?selected=${name === flow}>${name}</option>`)}
        </select></label
      >
      <label
        >Language
        <select @change=${({ target }: Event) => (element.lang = (target as HTMLSelectElement).value)}>
          <option value="da">Dansk</option>
          <option value="en">English</option>
        </select></label
      >
      <label
        >Theme
        <select @change=${({ target }: Event) => (page.dataset.theme = (target as HTMLSelectElement).value)}>
          <option value="">as yours</option>
          <option>light</option>
          <option>dark</option>
        </select></label
      >
      <label
        >Style sheet
        <select @change=${({ target }: Event) => showTheme((target as HTMLSelectElement).value)}>
          <option value="">none</option>
          ${Object.keys(THEMES).map((name) => html`<option value=${name}>${name}</option>`)}
        </select></label
      >
      <button type="button" @click=${() => element.reset()}>Start over</button>`,
    tools,
  );
  drawOutputs(issues.length === 0 || 'config' in reading);
  showLook(element, look);
  clearTimeout(waiting);
  if ('config' in reading) waiting = setTimeout(() => void showPreview(element, config as SignupConfigInput, flow), 250);
}

function drawOutputs(isUsable: boolean): void {
  render(
    html`<h2 id="outputs">What your page needs</h2>
      <div class="field">
        <label for="address">Address of the page</label>
        <input
          id="address"
          type="url"
          .value=${address}
          @input=${({ target }: Event) => change({ address: (target as HTMLInputElement).value })}
        />
        ${URL.canParse(address) ? nothing : html`<p class="wrong">Write the whole address, with https://</p>`}
      </div>
      <p role="status">${said}</p>
      ${
        isUsable
          ? outputsOf(config as SignupConfigInput, look, flow, address).map((output) => outputView(output, { copy, save }))
          : html`<p class="quiet">Comes when nothing is missing.</p>`
      }`,
    outputs,
  );
}

function showTheme(name: string): void {
  themeSheet.replaceSync(THEMES[name] ?? '');
}

function copy(text: string): void {
  void navigator.clipboard
    .writeText(text)
    .then(
      () => (said = 'Copied.'),
      () => (said = 'The browser does not let the page copy; select the text instead.'),
    )
    .then(draw);
}

function save(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text]));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

showToolBar();
settings.addEventListener('submit', (event) => event.preventDefault());
draw();
