import { SIMULATOR_NAMES } from './login-kind.js';
import type { LoginKind } from './login-kind.js';
import type { BrokerPersona } from './persona.js';
import { REFUSALS } from './refusals.js';
import { groupPersonas } from './persona-groups.js';
import { BROKER_TEXTS, refusalTextsOf } from './texts.js';
import type { BrokerLanguage } from './texts.js';

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Markup that is safe as it stands; everything else that goes into a page is text. */
class Markup {
  readonly #text: string;
  constructor(text: string) {
    this.#text = text;
  }
  toString(): string {
    return this.#text;
  }
}

type Part = Markup | string | readonly Markup[];

function html(strings: TemplateStringsArray, ...parts: Part[]): Markup {
  const written = (part: Part): string => {
    if (typeof part === 'string') return part.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
    return part instanceof Markup ? part.toString() : part.join('');
  };
  return new Markup(strings.reduce((text, string, index) => text + written(parts[index - 1] ?? '') + string));
}

const nothing = new Markup('');

function page(language: BrokerLanguage, brand: string, title: string, main: Markup): string {
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${brand}: ${title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/broker.css" />
      </head>
      <body>
        <main>
          <p class="brand"><span>${brand}</span> <strong class="tag">TEST</strong></p>
          ${main}
        </main>
      </body>
    </html> `.toString();
}

export interface PickerOptions {
  language: BrokerLanguage;
  kind: LoginKind;
  personas: readonly BrokerPersona[];
  /** Whom the login is for. */
  service: string;
  institution?: string;
  level?: 'low' | 'substantial' | 'high';
}

/** The login page: plain forms, no script, so that it works under the strictest policy. */
export function pickerPage({ language, kind, personas, service, institution, level }: PickerOptions): string {
  const texts = BROKER_TEXTS[language];
  const other = language === 'da' ? 'en' : 'da';
  const fact = (name: string, value: string | undefined): Markup =>
    value === undefined
      ? nothing
      : html`<div>
          <dt>${name}</dt>
          <dd>${value}</dd>
        </div>`;
  const person = ({ id, label, description, claims }: BrokerPersona): Markup =>
    html`<li>
      <button name="persona" value="${id}">
        <strong>${label[language]}</strong>${
          description ? html` <span>${description[language]}</span>` : nothing
        }${kind === 'wayf' && claims.organization !== undefined ? html` <span class="from">${claims.organization}</span>` : nothing}
      </button>
    </li>`;
  const people = groupPersonas(kind, personas, language).map(
    (group) =>
      html`${group.heading === undefined ? nothing : html`<h3>${group.heading}</h3>`}
        <ul class="people">
          ${group.personas.map(person)}
        </ul>`,
  );
  const refusalTexts = refusalTextsOf(language, kind);
  const refusals = REFUSALS.map(
    (refusal) =>
      html`<li>
        <button name="refuse" value="${refusal}">
          <strong>${refusalTexts[refusal].label}</strong> <span>${refusalTexts[refusal].hint}</span>
        </button>
      </li>`,
  );
  return page(
    language,
    SIMULATOR_NAMES[kind],
    texts.title,
    html`<h1>${texts.heading[kind]}</h1>
      <p class="notice">${texts.test}</p>
      <dl>${fact(texts.service, service)}${fact(texts.institution, institution)}${fact(texts.level, level && texts.levels[level])}</dl>
      <form method="post" action="">
        <section aria-labelledby="people">
          <h2 id="people">${texts.choose}</h2>
          ${
            personas.length > 0
              ? html`<p>${texts.hint}</p>
                  ${people}`
              : html`<p>${texts.none}</p>`
          }
        </section>
        <section aria-labelledby="otherwise">
          <h2 id="otherwise">${texts.otherwise}</h2>
          <p>${texts.otherwiseHint}</p>
          <ul class="refusals">
            ${refusals}
          </ul>
        </section>
      </form>
      <p class="language"><a href="?language=${other}" lang="${other}" hreflang="${other}">${texts.otherLanguage}</a></p>`,
  );
}

/** The page that leads nowhere: the broker's answer to a request that it will not send back. */
export function brokerErrorPage(language: BrokerLanguage, code: string): string {
  const texts = BROKER_TEXTS[language];
  return page(
    language,
    'Broker-simulator',
    texts.errorTitle,
    html`<h1>${texts.errorTitle}</h1>
      <p>${texts.errorText}</p>
      <dl>
        <div>
          <dt>${texts.errorCode}</dt>
          <dd><code>${code}</code></dd>
        </div>
      </dl>`,
  );
}

/** @param formTarget origin that the answer is sent to: Chromium applies `form-action` to where a form's answer redirects as well. */
export function setPageHeaders(set: (name: string, value: string) => void, formTarget?: string): void {
  set('Content-Type', 'text/html; charset=utf-8');
  set('Cache-Control', 'no-store');
  set('X-Content-Type-Options', 'nosniff');
  set('Referrer-Policy', 'no-referrer');
  set(
    'Content-Security-Policy',
    `default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; frame-ancestors 'none'; form-action 'self'${formTarget ? ` ${formTarget}` : ''}; require-trusted-types-for 'script'`,
  );
}
