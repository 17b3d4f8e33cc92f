import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import manual from '../../src/library-signup.ts?raw';

export interface CssProperty {
  readonly name: string;
  readonly type: string;
  readonly fallback: string;
  readonly meaning: string;
}

/** The element's custom properties, as its own documentation lists them. */
export const CSS_PROPERTIES: readonly CssProperty[] = [
  ...manual.matchAll(/@cssprop \{<([\w-]+)>\} \[(--signup-[\w-]+)(?:=(.+?))?\] - (.+)/g),
].map(([, type = '', name = '', fallback = '', meaning = '']) => ({ type, name, fallback, meaning }));

export type Look = Readonly<Record<string, string>>;

/** A rule for the page's style sheet; a value for light and one for dark become one `light-dark()`. */
export function cssOf(look: Look): string {
  const lines = CSS_PROPERTIES.flatMap(({ name }) => {
    const value = valueOf(look, name);
    return value === '' ? [] : [`  ${name}: ${value};`];
  });
  return lines.length === 0 ? '' : `library-signup {\n${lines.join('\n')}\n}\n`;
}

export function valueOf(look: Look, name: string): string {
  const [light = '', dark = ''] = [look[name]?.trim(), look[`${name} dark`]?.trim()];
  return light !== '' && dark !== '' ? `light-dark(${light}, ${dark})` : light !== '' ? light : dark;
}

const HEX = /^#[\da-f]{6}$/i;

export function lookForm(look: Look, set: (name: string, value: string) => void): TemplateResult {
  const field = (key: string, label: string, isColour: boolean): TemplateResult =>
    html`<span class="language"
      ><span aria-hidden="true">${label}</span>${
        isColour
          ? html`<input
              type="color"
              aria-label="${key}, picker"
              .value=${live(HEX.test(look[key] ?? '') ? (look[key] ?? '') : '#888888')}
              @input=${({ target }: Event) => set(key, (target as HTMLInputElement).value)}
            />`
          : ''
      }<input
        id=${key.replace(' ', '-')}
        type="text"
        spellcheck="false"
        aria-label=${key}
        .value=${live(look[key] ?? '')}
        @input=${({ target }: Event) => set(key, (target as HTMLInputElement).value)}
    /></span>`;
  return html`${CSS_PROPERTIES.map(({ name, type, fallback, meaning }) => {
    const isColour = type === 'color';
    return html`<div class="field">
      <label for=${name}><code>${name}</code></label>
      <p class="hint">${meaning}${fallback === '' ? '' : html` Else <code>${fallback}</code>.`}</p>
      ${field(name, isColour ? 'light' : '', isColour)} ${isColour ? field(`${name} dark`, 'dark', true) : ''}
    </div>`;
  })}`;
}
