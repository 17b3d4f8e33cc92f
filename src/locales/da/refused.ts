import { fields } from './fields.js';

/** Danish texts for those who can’t be registered. */
export const refused = {
  ...fields,

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
    'Vi fik ikke dit navn og din adresse fra CPR-registret, måske fordi du bor i udlandet eller har navne- og adressebeskyttelse. Biblioteket kan oprette dig, hvis du viser sundhedskort og anden legitimation.',
  'register.not-permitted.heading': 'Du kan ikke blive låner her',
  'register.not-permitted.text': '{library} kan ikke oprette dig med det login, du brugte. Prøv et andet login, eller kontakt biblioteket.',
  'register.not-permitted.mailbox':
    'Du er ansat på hospitalet. Vælg »Ansat på hospital«, og bekræft din kaldemail, eller kontakt biblioteket.',
  'register.not-permitted.other': 'Prøv et andet login',
} satisfies Record<string, string>;
