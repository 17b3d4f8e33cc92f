/** Danish texts about what has just happened, and about a login in another window: fetched when there is something to say. */
export const notices = {
  'register.leaving.waiting': 'Vi venter på {provider}',
  'register.leaving.waiting.text': 'Log ind i det andet vindue. Så går det automatisk videre her.',
  'register.leaving.tab': 'Log ind i en ny fane',
  'register.leaving.tab.text': 'Siden vises inde i en anden side, så du kan ikke logge ind her. Åbn den i en ny fane.',
  'register.leaving.blocked': 'Din browser lod os ikke åbne den. Kopiér adressen:',
  'notice.cancelled': 'Du afbrød login. Der er ikke sket noget. Prøv igen, når du er klar.',
  'notice.timed-out': 'Login tog for lang tid. Prøv igen.',
  'notice.provider-failed': 'Der var en fejl hos login-tjenesten. Vent lidt, og prøv igen.',
  'notice.never-returned': 'Du kom tilbage uden at være logget ind. Prøv igen, når du er klar.',
  'notice.rejected': 'Vi kunne ikke godkende dit login. Det kan være for gammelt eller brugt før. Log ind igen.',
  'notice.not-permitted': 'Dit login giver ikke adgang her. Prøv igen, eller kontakt biblioteket.',
  'notice.storage-denied':
    'Din browser husker intet fra denne side, så du kan ikke logge ind. Tillad cookies, eller brug en anden browser.',
  'notice.session-expired':
    'Du er logget ud, fordi der gik for lang tid. Log ind igen. Det, du skrev, er her stadig, men du skal vælge pinkode igen.',
  'notice.nemid-closed': 'NemID lukkede den 31. oktober 2023. Brug MitID i stedet.',
  'notice.resumed': 'Vi har gemt det, du skrev. Du kan fortsætte, hvor du slap.',
  'notice.lapsed': 'Du har været låner før. Din konto blev slettet, fordi du ikke lånte noget i {years} år. Du kan blive låner igen her.',
  'notice.lapsed.plain': 'Du har været låner før, men din konto er slettet. Du kan blive låner igen her.',
} satisfies Record<string, string>;
