import type { LoginKind } from './login-kind.js';
import type { PersonaGroupName } from './persona-groups.js';
import type { Refusal } from './refusals.js';

export type BrokerLanguage = 'da' | 'en';

interface RefusalText {
  label: string;
  hint: string;
}

interface BrokerTexts {
  heading: Record<LoginKind, string>;
  title: string;
  test: string;
  service: string;
  institution: string;
  level: string;
  levels: Readonly<Record<'low' | 'substantial' | 'high', string>>;
  choose: string;
  hint: string;
  none: string;
  otherwise: string;
  otherwiseHint: string;
  groups: Record<PersonaGroupName, string>;
  refusals: Record<Refusal, RefusalText>;
  /** Of WAYF, where an institution and a consent stand between. */
  wayfRefusals: Record<Refusal, RefusalText>;
  otherLanguage: string;
  errorTitle: string;
  errorText: string;
  errorCode: string;
}

export const BROKER_TEXTS: Record<BrokerLanguage, BrokerTexts> = {
  da: {
    heading: {
      mitid: 'Log ind som testperson',
      wayf: 'Log ind som testperson fra en institution',
      nemid: 'Log ind som testperson (NemID, lukket i 2023)',
      unilogin: 'Log ind som testperson fra en skole',
    },
    title: 'vælg testperson',
    test: 'Kun til test. Ingen af personerne findes, og intet herfra når MitID, WAYF eller CPR.',
    service: 'Du er ved at logge ind hos',
    institution: 'Institution',
    level: 'Sikringsniveau',
    levels: { low: 'lav', substantial: 'betydelig', high: 'høj' },
    choose: 'Hvem logger ind?',
    hint: 'Personnumrene er erstatningsnumre, hvor der er lagt 60 til dagen.',
    none: 'Der er ingen testpersoner til denne login.',
    otherwise: 'Eller lad det gå anderledes',
    otherwiseHint: 'Svarer, som de rigtige brokere gør.',
    groups: { student: 'Studerende', staff: 'Ansatte', affiliate: 'Tilknyttede, som på hospitalet', other: 'Andre' },
    wayfRefusals: {
      cancelled: { label: 'Sig nej til samtykke', hint: 'Personen vil ikke give oplysningerne videre.' },
      'timed-out': { label: 'Institutionen svarer ikke', hint: 'Dens loginside er nede.' },
      failed: { label: 'Institutionen afviser', hint: 'Den sender intet bevis for, hvem det er.' },
      'never-returned': { label: 'Ikke tilsluttet', hint: 'WAYF viser sin egen fejlside og sender ingen tilbage.' },
    },
    refusals: {
      cancelled: { label: 'Afbryd', hint: 'Personen fortryder.' },
      'timed-out': { label: 'Lad tiden løbe ud', hint: 'Personen godkender ikke i tide.' },
      failed: { label: 'Lad det fejle', hint: 'Brokeren melder en teknisk fejl.' },
      'never-returned': { label: 'Glem at svare', hint: 'Brokeren viser sin egen fejlside og sender ingen tilbage.' },
    },
    otherLanguage: 'English',
    errorTitle: 'Noget gik galt',
    errorText: 'Login kunne ikke gennemføres, og vi kan ikke sende dig tilbage. Gå selv tilbage til bibliotekets side, og prøv igen.',
    errorCode: 'Fejlkode',
  },
  en: {
    heading: {
      mitid: 'Log on as a test person',
      wayf: 'Log on as a test person from an institution',
      nemid: 'Log on as a test person (NemID, closed in 2023)',
      unilogin: 'Log on as a test person from a school',
    },
    title: 'choose a test person',
    test: 'For tests only. None of these people exist, and nothing from here reaches MitID, WAYF or the CPR register.',
    service: 'You are logging on to',
    institution: 'Institution',
    level: 'Assurance level',
    levels: { low: 'low', substantial: 'substantial', high: 'high' },
    choose: 'Who is logging on?',
    hint: 'The CPR numbers are replacement numbers: 60 is added to the day.',
    none: 'There are no test persons for this login.',
    otherwise: 'Or let it go another way',
    otherwiseHint: 'Answers as the real brokers do.',
    groups: { student: 'Students', staff: 'Employees', affiliate: 'Affiliates, such as at the hospital', other: 'Others' },
    wayfRefusals: {
      cancelled: { label: 'Refuse consent', hint: 'The person does not want the data passed on.' },
      'timed-out': { label: 'No answer', hint: 'The institution’s login page is down.' },
      failed: { label: 'Refused', hint: 'The institution sends no proof of who it is.' },
      'never-returned': { label: 'Not connected', hint: 'WAYF shows an error page of its own and sends nobody back.' },
    },
    refusals: {
      cancelled: { label: 'Cancel', hint: 'The person changes their mind.' },
      'timed-out': { label: 'Time out', hint: 'The person does not approve in time.' },
      failed: { label: 'Fail', hint: 'The broker reports a technical error.' },
      'never-returned': { label: 'Forget to answer', hint: 'The broker shows an error page of its own and sends nobody back.' },
    },
    otherLanguage: 'Dansk',
    errorTitle: 'Something went wrong',
    errorText: 'The login could not be completed, and we cannot send you back. Go back to the library’s page yourself and try again.',
    errorCode: 'Error code',
  },
};

/** From `ui_locales` (OpenID Connect, Idura) or `language` (Nets eID Broker); Danish unless English is asked for first. */
export function languageOf(parameters: Readonly<Record<string, unknown>>): BrokerLanguage {
  const { ui_locales: locales, language } = parameters;
  const first = typeof locales === 'string' ? locales : typeof language === 'string' ? language : '';
  return /^en\b/i.test(first.trim()) ? 'en' : 'da';
}

/** How the ways to fail are called on the login page of this kind. */
export function refusalTextsOf(language: BrokerLanguage, kind: LoginKind): Record<Refusal, RefusalText> {
  const { refusals, wayfRefusals } = BROKER_TEXTS[language];
  return kind === 'wayf' ? wayfRefusals : refusals;
}
