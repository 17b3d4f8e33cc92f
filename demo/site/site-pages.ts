import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { isPageName, isSiteName, SITES, textsOf, type PageName, type Site, type SiteName } from './site.js';

const read = (path: string): string => readFileSync(fileURLToPath(new URL(path, import.meta.url)), 'utf8').trim();
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string): string => text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '');

/** Puts the site around the element: `{{key}}` is text, `{{{name}}}` markup. In Danish; `page-texts.ts` has the other language. */
export function wrapPage(site: SiteName, name: PageName, { script, tag }: { script: string; tag: string }): string {
  const { name: library, brand, email, nav, pages }: Site = SITES[site];
  const page = pages[name] ?? { href: './', side: [], questions: [], texts: { da: {}, en: {} } };
  const home = (pages.register ?? page).href;
  const texts = { ...textsOf(site, name, 'da'), site, page: name, name: library, email, home };
  const text = (key: string): string => escape(texts[key as keyof typeof texts] ?? '');
  const shown = (element: string, key: string, attributes = ''): string =>
    `<${element}${attributes} data-text="${key}">${text(key)}</${element}>`;

  const markup: Record<string, string> = {
    script,
    tag,
    brand: brand.map(escape).join('<br />'),
    mark: read(`art/${site}-mark.svg`),
    art: read(`art/${site}-hero.svg`),
    nav: nav
      .map((key) => `<li>${shown('a', `nav.${key}`, key === 'use' ? ' href="#main" aria-current="true"' : ' href="#main"')}</li>`)
      .join(''),
    side: page.side
      .map((key) => {
        const href = page.links?.[key];
        const link = href === undefined ? '' : `<p>${shown('a', `${key}.link`, ` href="${href}"`)}</p>`;
        return `<section>${shown('h2', `${key}.title`)}${shown('p', `${key}.text`)}${link}</section>`;
      })
      .join('\n'),
    questions: page.questions.map((key) => `<details>${shown('summary', `${key}.title`)}${shown('p', `${key}.text`)}</details>`).join('\n'),
  };
  return read('skeleton.html')
    .replace(/\{\{\{(\w+)\}\}\}/g, (_, key: string) => markup[key] ?? '')
    .replace(/\{\{([\w.]+)\}\}/g, (_, key: string) => text(key));
}

/** For pages with `data-site` and `data-page`: what they hold is what an integrator writes, and the site is put around it. */
export function sitePages(): Plugin {
  return {
    name: 'library-signup-site-pages',
    transformIndexHtml: {
      order: 'pre',
      handler(html) {
        const attribute = (name: string): string | undefined => new RegExp(`data-${name}="([\\w-]+)"`).exec(html)?.[1];
        const [site, page] = [attribute('site'), attribute('page')];
        if (!isSiteName(site) || !isPageName(page)) return undefined;
        const script = /<script[^>]*src="[^"]*define\.ts"[^>]*><\/script>/.exec(html)?.[0] ?? '';
        const tag = /<library-signup[\s\S]*<\/library-signup>/.exec(html)?.[0] ?? '';
        return wrapPage(site, page, { script, tag });
      },
    },
    handleHotUpdate({ file, server }) {
      if (file.endsWith('/demo/site/skeleton.html')) server.hot.send({ type: 'full-reload' });
    },
  };
}
