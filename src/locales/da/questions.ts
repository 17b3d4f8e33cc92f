/** Danish texts of the questions before the login. */
export const questions = {
  'error.audience.required': 'Vælg, hvem der skal være låner',
  'register.audience.heading': 'Hvem skal være låner?',
  'audience.adult': 'Voksen',
  'audience.adult.hint': 'Du registrerer dig selv med MitID',
  'audience.child': 'Barn eller ung',
  'audience.child.hint': 'Du registrerer et barn, som du er forælder eller værge for',
  'audience.campus': 'Studerende eller ansat',
  'audience.campus.hint': 'Du har et login fra et universitet',
  'audience.hospital': 'Ansat på hospital',
  'audience.hospital.hint': 'Du arbejder på et universitets\u00adhospital',
  'audience.private': 'Privat bruger',
  'audience.private.hint': 'Du har et dansk CPR\u2011nummer og MitID',
} as const satisfies Record<string, string>;
