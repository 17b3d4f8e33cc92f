import { fields } from './fields.js';

/** Danish texts of the registration after the login. */
export const register = {
  ...fields,

  // After the login
  'register.details.heading': 'Næsten færdig',
  'register.details.greeting': 'Hej {name}, du er næsten færdig',
  'register.details.text': 'Dit navn og din adresse får vi fra CPR-registret. Resten bestemmer du.',
  'register.details.submit': 'Bliv låner',
  'register.details.busy': 'Vi opretter dig …',
  'field.email.hint': 'Hertil skriver vi, når dine lån er klar eller snart skal afleveres',
  'field.terms.read': 'Læs reglerne',
  'field.pin': 'Vælg en pinkode',
  'field.terms': 'Jeg accepterer bibliotekets regler',
  'error.terms.required': 'Sæt kryds, hvis du accepterer reglerne',
  'notice.lapsed': 'Du har været låner før. Din konto blev slettet, fordi du ikke lånte noget i {years} år. Du bliver låner igen her.',
  'notice.lapsed.plain': 'Du har været låner før, men din konto er slettet. Du bliver låner igen her.',
  'register.done.heading': 'Velkommen som låner',
  'register.done.text': 'Du kan låne hos {library} fra nu af.',
  'register.done.login.text': '{userId} og den pinkode, du har valgt.',
  'register.done.card': 'Dit lånerkort',
  'register.done.card.health-card':
    'Brug dit sundhedskort eller appen Biblioteket. Lån og aflever på automaterne med kortet og din pinkode.',
  'register.done.card.library-card': 'Hent dit lånerkort på biblioteket. Tag legitimation med.',
  'register.done.card.temporary': 'Du har et midlertidigt lånernummer, til du får dit lånerkort.',
  'register.done.online': 'E-materialer',
  'register.done.online.yes': 'Ja. E-bøger, lydbøger og film er også til dig.',
  'register.done.online.no': 'Nej. De er kun for dem, der bor i bibliotekets egen kommune. Se, hvad dit eget bibliotek har.',
  'register.done.keep': 'Husk',
  'register.done.keep.text': 'Låner du ikke noget i {years} år, bliver din konto slettet. Så kan du blive låner igen på samme måde.',

  // Who can’t register
  'register.already-patron.heading': 'Du er allerede låner',
  'register.already-patron.text': 'Du behøver ikke registrere dig hos {library}.',
  'register.already-patron.text.campus': 'Studerende og ansatte er automatisk lånere hos {library}. Du mangler måske en pinkode.',
  'register.already-patron.new-pin': 'Jeg har glemt min pinkode',
  'register.under-age.heading': 'Du skal være fyldt {age} år',
  'register.under-age.plain': 'Du er ikke gammel nok endnu',
  'register.under-age.text': 'Bed en forælder eller værge om at registrere dig, eller spørg på biblioteket.',
  'register.under-age.ask': 'Spørg på biblioteket, hvad du kan gøre.',
  'register.under-age.text.child': 'Du skal være voksen. Bed en anden forælder eller værge om det, eller spørg på biblioteket.',
  'register.blocked.heading': 'Din konto er spærret',
  'register.blocked.text': 'Måske mangler du at betale et gebyr eller aflevere en bog. Kontakt biblioteket, så hjælper de dig.',
  'register.no-registry-data.heading': 'Vi kan ikke finde dine oplysninger',
  'register.no-registry-data.text':
    'Vi fik ikke dit navn og din adresse fra CPR-registret, måske fordi du bor i udlandet eller har navne- og adressebeskyttelse. Biblioteket kan oprette dig, hvis du viser legitimation.',
  'register.not-permitted.heading': 'Du kan ikke blive låner her',
  'register.not-permitted.text': '{library} kan ikke oprette dig med det login, du brugte. Prøv et andet login, eller kontakt biblioteket.',
  'register.not-permitted.mailbox': 'Du er ansat på hospitalet. Vælg det som type, og bekræft din kaldemail, eller kontakt biblioteket.',
  'register.not-permitted.other': 'Prøv et andet login',
} as const satisfies Record<string, string>;
