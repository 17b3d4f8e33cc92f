/** English for the page around the element; the Danish stands in the page itself. Keys are the page's `data-text` and `data-label`. */
const ENGLISH: Readonly<Record<string, string>> = {
  skip: 'Skip to content',
  'skip.label': 'Shortcut',
  'brand.home': ', home',
  'search.label': 'Search materials',
  'search.button': 'Search',
  'tools.hours': 'Opening hours',
  'tools.login': 'Log in',
  'nav.label': 'Main menu',
  'nav.events': 'Events',
  'nav.books': 'Books and films',
  'nav.digital': 'Digital',
  'nav.children': 'Children',
  'nav.branches': 'Find a library',
  'nav.use': 'Use the library',
  'crumbs.label': 'Breadcrumb',
  'crumbs.home': 'Home',
  'hero.title': 'Become a patron',
  'hero.lead': 'Books, films, music and a quiet desk. With MitID you are ready in half a minute, and it costs nothing.',
  'side.label': 'Good to know',
  'card.title': 'Your health card is your library card',
  'card.text': 'Scan your health card when you borrow, or use the card in the Library app. We do not issue plastic cards to adults.',
  'elsewhere.title': 'Do you live in another municipality?',
  'elsewhere.text': 'You are welcome to borrow here. E-books, audiobooks and online films come from the library of your own municipality.',
  'years.title': 'Two years without a loan',
  'years.text': 'If you have not borrowed for two years, we delete your account. You can simply register again.',
  'contact.title': 'Do you need help?',
  'contact.text': 'Come by during staffed hours, or write to us.',
  'questions.title': 'Frequently asked questions',
  'under18.title': 'What if my child is under 18?',
  'under18.text': 'A parent or guardian registers the child, digitally or with a form handed in at the library during staffed hours.',
  'pin.title': 'What do I need the PIN for?',
  'pin.text': 'You log in to the website and borrow at the machines with your CPR number and the PIN. You choose it yourself.',
  'fees.title': 'What does it cost?',
  'fees.text': 'Borrowing is free. If you return late, you pay a fee.',
  'footer.text': 'Twenty libraries. One card.',
  'footer.accessibility': 'Accessibility statement',
  'footer.privacy': 'Privacy',
  'footer.demo': 'A demonstration of <library-signup>. The page is invented and does not belong to Copenhagen Libraries.',
};

const danish = new Map<string, string>();

/** Puts the whole page into a language, the way a site with a language switch would: the element follows the page's `lang`. */
export function showPageIn(language: 'da' | 'en'): void {
  const read = (key: string, current: string): string => {
    if (!danish.has(key)) danish.set(key, current);
    return (language === 'en' ? ENGLISH[key] : danish.get(key)) ?? current;
  };
  document.documentElement.lang = language;
  for (const element of document.querySelectorAll<HTMLElement>('[data-text]')) {
    element.textContent = read(element.dataset.text ?? '', element.textContent ?? '');
  }
  for (const element of document.querySelectorAll<HTMLElement>('[data-label]')) {
    element.ariaLabel = read(element.dataset.label ?? '', element.ariaLabel ?? '');
  }
  const [, site = ''] = document.title.split(' · ');
  document.title = `${document.querySelector('h1')?.textContent ?? ''} · ${site}`;
}
