import { isPageName, isSiteName, SITES, textsOf } from '../site/site.js';

/** Puts the whole page into a language, the way a site with a language switch would: the element follows the page's `lang`. */
export function showPageIn(language: 'da' | 'en'): void {
  const { dataset } = document.documentElement;
  document.documentElement.lang = language;
  if (!isSiteName(dataset.site) || !isPageName(dataset.page)) return;
  const texts = textsOf(dataset.site, dataset.page, language);
  for (const element of document.querySelectorAll<HTMLElement>('[data-text]')) {
    element.textContent = texts[element.dataset.text ?? ''] ?? element.textContent;
  }
  for (const element of document.querySelectorAll<HTMLElement>('[data-label]')) {
    element.ariaLabel = texts[element.dataset.label ?? ''] ?? element.ariaLabel;
  }
  document.title = `${texts.title ?? ''} · ${SITES[dataset.site].name}`;
}
