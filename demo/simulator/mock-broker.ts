import { html, render, type TemplateResult } from 'lit';
import { loginKindOf, providerOfKind, SIMULATOR_NAMES } from '../../mocks/broker/login-kind.js';
import { REFUSALS, refusalResult, type Refusal } from '../../mocks/broker/refusals.js';
import { BROKER_TEXTS, languageOf, type BrokerLanguage } from '../../mocks/broker/texts.js';
import { encodeMockCode } from '../../mocks/identify.js';
import { personas, type Persona } from '../../mocks/personas.js';

/** The broker of the demo's static files: reads an authorization request from its address and answers as the broker server does. */
const parameters = Object.fromEntries(new URLSearchParams(location.search));
const kind = loginKindOf(parameters, parameters.provider === 'wayf' ? 'wayf' : 'mitid');
const issuer = location.origin + location.pathname;

/** Only to pages beside this one: a broker answers to registered addresses. */
function returnUrl(): URL | null {
  const url = URL.parse(parameters.redirect_uri ?? '');
  return url?.origin === location.origin && parameters.state ? url : null;
}

function answer(result: Readonly<Record<string, string>>): void {
  const url = returnUrl();
  if (!url) return;
  for (const [name, value] of Object.entries({ ...result, state: parameters.state ?? '', iss: issuer })) url.searchParams.set(name, value);
  location.assign(url);
}

function logIn({ id }: Persona): void {
  answer({ code: encodeMockCode(id) });
}

function refuse(refusal: Refusal, language: BrokerLanguage): void {
  if (refusal === 'never-returned') show(errorPage(language), language);
  else answer({ ...refusalResult(refusal, kind) });
}

function errorPage(language: BrokerLanguage): TemplateResult {
  const texts = BROKER_TEXTS[language];
  return html`<h1>${texts.errorTitle}</h1>
    <p>${texts.errorText}</p>`;
}

function picker(language: BrokerLanguage): TemplateResult {
  const texts = BROKER_TEXTS[language];
  const other = language === 'da' ? 'en' : 'da';
  const people = (personas as readonly Persona[]).filter(({ providers }) => providers.some((name) => name === providerOfKind(kind)));
  return html` <h1>${texts.heading[kind]}</h1>
    <p class="notice">${texts.test}</p>
    <section aria-labelledby="people">
      <h2 id="people">${texts.choose}</h2>
      <p>${texts.hint}</p>
      <ul class="people">
        ${people.map(
          (persona) =>
            html` <li>
              <button
                name="persona"
                value=${persona.id}
                @click=${() => {
                  logIn(persona);
                }}
              >
                <strong>${persona.label[language]}</strong> <span>${persona.description[language]}</span>
              </button>
            </li>`,
        )}
      </ul>
    </section>
    <section aria-labelledby="otherwise">
      <h2 id="otherwise">${texts.otherwise}</h2>
      <p>${texts.otherwiseHint}</p>
      <ul class="refusals">
        ${REFUSALS.map(
          (refusal) =>
            html` <li>
              <button
                name="refuse"
                value=${refusal}
                @click=${() => {
                  refuse(refusal, language);
                }}
              >
                <strong>${texts.refusals[refusal].label}</strong> <span>${texts.refusals[refusal].hint}</span>
              </button>
            </li>`,
        )}
      </ul>
    </section>
    <p class="language">
      <button
        lang=${other}
        @click=${() => {
          show(picker(other), other);
        }}
      >
        ${texts.otherLanguage}
      </button>
    </p>`;
}

function show(content: TemplateResult, language: BrokerLanguage): void {
  const main = document.querySelector('main');
  document.documentElement.lang = language;
  document.title = `${SIMULATOR_NAMES[kind]}: ${BROKER_TEXTS[language].title}`;
  if (main)
    render(
      html`<p class="brand"><span>${SIMULATOR_NAMES[kind]}</span> <strong class="tag">TEST</strong></p>
        ${content}`,
      main,
    );
}

const language = languageOf(parameters);
show(returnUrl() ? picker(language) : errorPage(language), language);
