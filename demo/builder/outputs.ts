import { html, nothing, type TemplateResult } from 'lit';
import { embeddingNeeds } from '../../src/config/embedding.js';
import type { SignupConfigInput } from '../../src/contracts/config.js';
import { VERSION } from '../../src/version.js';
import { cssOf, type Look } from './colours.js';

export interface Output {
  readonly title: string;
  readonly about: string;
  readonly text: string;
  readonly file?: string;
}

const attributesOf = (flow: string): string => (flow === 'register' ? '' : ` flow="${flow}"`);

/** What a page needs, from what was filled in. `page`: where the element will stand. */
export function outputsOf(config: SignupConfigInput, look: Look, flow: string, page: string): readonly Output[] {
  const css = cssOf(look);
  let needs: ReturnType<typeof embeddingNeeds> | undefined;
  try {
    needs = embeddingNeeds(config, page);
  } catch {
    // The address of the page is not one yet; the field says so.
  }
  return [
    {
      title: 'Configuration',
      about: 'A file beside your page: signup.json.',
      text: `${JSON.stringify(config, null, 2)}\n`,
      file: 'signup.json',
    },
    {
      title: 'Tag',
      about: `Where the form shall stand. Put version ${VERSION} of the package's dist/ on your server, in the folder library-signup@${VERSION}.`,
      text: `<script type="module" src="/library-signup@${VERSION}/cdn/library-signup.js"></script>\n<library-signup config-src="/signup.json"${attributesOf(flow)}></library-signup>\n`,
    },
    ...(css === '' ? [] : [{ title: 'Style', about: 'In your style sheet.', text: css, file: 'signup.css' }]),
    ...(needs
      ? [
          {
            title: 'Security policy',
            about: 'A header of the page that works, if the page needs nothing else.',
            text: `Content-Security-Policy: ${needs.securityPolicy}\n`,
          },
          {
            title: 'For your broker',
            about: 'Redirect URIs that it shall accept, exactly.',
            text: needs.redirectUris.length > 0 ? `${needs.redirectUris.join('\n')}\n` : 'None: your own page logs patrons in.\n',
          },
          ...(needs.allowedOrigin === undefined
            ? []
            : [
                { title: 'For your gateway', about: 'Origin of the page, which it shall answer (CORS).', text: `${needs.allowedOrigin}\n` },
              ]),
        ]
      : []),
  ];
}

export const outputView = (
  { title, about, text, file }: Output,
  { copy, save }: { copy(text: string): void; save(name: string, text: string): void },
): TemplateResult =>
  html`<section class="output" aria-label=${title}>
    <h3>${title}</h3>
    <p class="hint">${about}</p>
    <pre tabindex="0">${text}</pre>
    <div class="acts">
      <button type="button" @click=${() => copy(text)}>Copy<span class="visually-hidden"> ${title}</span></button>
      ${file === undefined ? nothing : html`<button type="button" @click=${() => save(file, text)}>Save ${file}</button>`}
    </div>
  </section>`;
