import { html, nothing, render, type TemplateResult } from 'lit';
import { isLoginKind, loginKindOf, providerOfKind, SIMULATOR_NAMES } from '../../mocks/broker/login-kind.js';
import { REFUSALS, refusalResult, type Refusal } from '../../mocks/broker/refusals.js';
import { groupPersonas } from '../../mocks/broker/persona-groups.js';
import { BROKER_TEXTS, languageOf, refusalTextsOf, type BrokerLanguage } from '../../mocks/broker/texts.js';
import { encodeMockCode } from '../../mocks/identify.js';
import { personas, type Persona } from '../../mocks/personas.js';

/** The broker of the demo's static files: reads an authorization request from its address and answers as the broker server does. */
const parameters = Object.fromEntries(new URLSearchParams(location.search));
const kind = loginKindOf(parameters, isLoginKind(parameters.provider) ? parameters.provider : 'mitid');
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
  const refusalTexts = refusalTextsOf(language, kind);
  const people = (personas as readonly Persona[]).filter(({ providers }) => providers.some((name) => name === providerOfKind(kind)));
  return html` <h1>${texts.heading[kind]}</h1>
    <p class="notice">${texts.test}</p>
    ${
      parameters.idpentityid === undefined
        ? nothing
        : html`<dl>
            <div>
              <dt>${texts.institution}</dt>
              <dd>${parameters.idpentityid}</dd>
            </div>
          </dl>`
    }
    <section aria-labelledby="people">
      <h2 id="people">${texts.choose}</h2>
      <p>${texts.hint}</p>
      ${groupPersonas(kind, people, language).map(
        (group) =>
          html`${group.heading === undefined ? nothing : html`<h3>${group.heading}</h3>`}
            <ul class="people">
              ${group.personas.map(
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
                      ${
                        kind === 'wayf' && persona.claims.organization !== undefined
                          ? html`<span class="from">${persona.claims.organization}</span>`
                          : nothing
                      }
                    </button>
                  </li>`,
              )}
            </ul>`,
      )}
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
                <strong>${refusalTexts[refusal].label}</strong> <span>${refusalTexts[refusal].hint}</span>
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
