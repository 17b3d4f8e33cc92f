import { fields } from './fields.js';

/** Danish texts of the registration after the login. */
export const register = {
  ...fields,

  'register.details.heading': 'Næsten færdig',
  'register.details.greeting': 'Hej {name}, du er næsten færdig',
  'register.details.text': 'Dit CPR-nummer får vi fra dit login, navn og adresse fra CPR-registret. Resten bestemmer du.',
  'register.details.submit': 'Bliv låner',
  'register.details.busy': 'Vi opretter dig …',
  'field.email.hint': 'Vi skriver, når dine reserveringer er klar, og når dine lån snart skal afleveres',
  'field.terms.read': 'Læs reglerne',
  'field.pin': 'Vælg en pinkode',
  'field.terms': 'Jeg accepterer bibliotekets regler',
  'error.terms.required': 'Sæt kryds, hvis du accepterer reglerne',
  'register.done.heading': 'Velkommen som låner',
  'register.done.text': 'Du kan låne hos {library} fra nu af.',
  'register.done.login.text': '{userId} og den pinkode, du har valgt.',
  'register.done.card': 'Dit lånerkort',
  'register.done.card.health-card':
    'Brug dit sundhedskort eller appen Biblioteket. Du får ikke et andet kort. Scan det på automaterne, og tast din pinkode.',
  'register.done.card.library-card': 'Hent dit lånerkort på biblioteket. Tag legitimation med.',
  'register.done.card.temporary': 'Du har et midlertidigt lånernummer, til du får kortet.',
  'register.done.online': 'E-materialer',
  'register.done.online.yes': 'Ja, du kan også bruge e-bøger, lydbøger og film.',
  'register.done.online.no': 'Nej. De er kun for dem, der bor i bibliotekets egen kommune. Se, hvad dit eget bibliotek har.',
  'register.done.keep': 'Husk',
  'register.done.keep.text': 'Låner du ikke noget i {years} år, bliver din konto slettet. Så kan du blive låner igen.',
} satisfies Record<string, string>;
