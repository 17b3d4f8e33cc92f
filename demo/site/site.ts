import { au } from './au.js';
import { catalogue } from './catalogue.js';
import { copenhagen } from './copenhagen.js';

export const PAGE_NAMES = ['register', 'recover', 'login'] as const;
export type PageName = (typeof PAGE_NAMES)[number];
export type SiteLanguage = 'da' | 'en';
export type SiteTexts = Readonly<Record<SiteLanguage, Readonly<Record<string, string>>>>;

/** A page around the element: which sections stand beside and below it, and what they say. */
export interface SitePage {
  /** Relative to the demo's folder. */
  readonly href: string;
  /** Sections beside the form: texts `<name>.title`, `<name>.text` and, where the page leads on, `<name>.link`. */
  readonly side: readonly string[];
  readonly questions: readonly string[];
  readonly links?: Readonly<Record<string, string>>;
  readonly texts: SiteTexts;
}

/** The site of an invented library. */
export interface Site {
  readonly name: string;
  /** Lines of the name beside the mark. */
  readonly brand: readonly string[];
  readonly email: string;
  /** Keys of the main menu, `nav.…`. */
  readonly nav: readonly string[];
  readonly texts: SiteTexts;
  readonly pages: Readonly<Partial<Record<PageName, SitePage>>>;
}

export const SITES = { copenhagen, au, catalogue } as const satisfies Record<string, Site>;
export type SiteName = keyof typeof SITES;

export const isSiteName = (name: string | undefined): name is SiteName => name !== undefined && Object.hasOwn(SITES, name);
export const isPageName = (name: string | undefined): name is PageName => PAGE_NAMES.some((known) => known === name);

/** What every library's page says. */
const EVERY: SiteTexts = {
  da: {
    skip: 'Gå til indholdet',
    'skip.label': 'Genvej',
    'brand.home': ', forside',
    'search.label': 'Søg i materialer',
    'search.button': 'Søg',
    'tools.hours': 'Åbningstider',
    'tools.login': 'Log ind',
    'nav.label': 'Hovedmenu',
    'nav.use': 'Brug biblioteket',
    'crumbs.label': 'Brødkrumme',
    'crumbs.home': 'Forside',
    'side.label': 'Godt at vide',
    'contact.title': 'Har du brug for hjælp?',
    'questions.title': 'Ofte stillede spørgsmål',
    'footer.accessibility': 'Tilgængelighedserklæring',
    'footer.privacy': 'Privatliv',
  },
  en: {
    skip: 'Skip to content',
    'skip.label': 'Shortcut',
    'brand.home': ', home',
    'search.label': 'Search materials',
    'search.button': 'Search',
    'tools.hours': 'Opening hours',
    'tools.login': 'Log in',
    'nav.label': 'Main menu',
    'nav.use': 'Use the library',
    'crumbs.label': 'Breadcrumb',
    'crumbs.home': 'Home',
    'side.label': 'Good to know',
    'contact.title': 'Do you need help?',
    'questions.title': 'Frequently asked questions',
    'footer.accessibility': 'Accessibility statement',
    'footer.privacy': 'Privacy',
  },
};

/** Everything that a page says in a language, by key. */
export function textsOf(site: SiteName, page: PageName, language: SiteLanguage): Readonly<Record<string, string>> {
  const { texts, pages }: Site = SITES[site];
  return { ...EVERY[language], ...texts[language], ...pages[page]?.texts[language] };
}
