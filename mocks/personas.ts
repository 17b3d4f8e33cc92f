import { todayInCopenhagen } from '../src/domain/copenhagen.js';

/** What an identity provider says of a test person. */
export interface PersonaClaims {
  readonly name: string;
  /** `YYYY-MM-DD`. */
  readonly birthDate?: string;
  /** A replacement number (day + 60): it can belong to nobody. From WAYF it can also be a constructed one, with letters. */
  readonly cpr?: string;
  readonly municipality?: { readonly code: string; readonly name: string };
  readonly addressProtected?: boolean;
  readonly email?: string;
  readonly affiliation?: string;
  readonly organization?: string;
  /** `schacHomeOrganization`. */
  readonly homeOrganization?: string;
}

/** What the library system knows of a person before the first visit. */
export interface PersonaRecord {
  /** Default: `none`. */
  readonly patron?: 'none' | 'active' | 'lapsed' | 'blocked';
  readonly reason?: string;
  /** The person registry answers nothing about this person. */
  readonly noRegistryData?: true;
  readonly notPermitted?: true;
  /** Registers by eID only with proof of a mailbox at the hospital. */
  readonly mailboxRequired?: true;
}

export interface Persona {
  readonly id: string;
  readonly label: { readonly da: string; readonly en: string };
  readonly description: { readonly da: string; readonly en: string };
  readonly providers: readonly ('mitid' | 'wayf' | 'unilogin')[];
  readonly claims: PersonaClaims;
  readonly record?: PersonaRecord;
}

const COPENHAGEN = { code: '101', name: 'København' };
const AARHUS = { code: '751', name: 'Aarhus' };
const FREDERIKSBERG = { code: '147', name: 'Frederiksberg' };
const AU = { organization: 'Aarhus Universitet', homeOrganization: 'au.dk' };

/** Born this many years ago today. The seventh digit says which century (see `src/domain/cpr.ts`). */
function bornTodayYearsAgo(years: number, lastThree: string): { birthDate: string; cpr: string } {
  const [year = '', month = '', day = ''] = todayInCopenhagen(Date.now()).split('-');
  const birthYear = Number(year) - years;
  // Nobody is born on 29 February of a common year: the day after, as the age is counted.
  const isLeap = birthYear % 4 === 0 && (birthYear % 100 !== 0 || birthYear % 400 === 0);
  const [birthMonth, birthDay] = month === '02' && day === '29' && !isLeap ? ['03', '01'] : [month, day];
  const seventh = birthYear < 2000 ? '1' : '5';
  return {
    birthDate: `${birthYear}-${birthMonth}-${birthDay}`,
    cpr: `${Number(birthDay) + 60}${birthMonth}${String(birthYear % 100).padStart(2, '0')}${seventh}${lastThree}`,
  };
}

export const personas = [
  {
    id: 'adult-resident',
    providers: ['mitid'],
    label: { da: 'Voksen, bor i København', en: 'Adult, lives in Copenhagen' },
    description: { da: 'Bliver bruger med det samme.', en: 'Registers at once.' },
    claims: { name: 'Astrid Prøvensen', birthDate: '1986-03-12', cpr: '7203861234', municipality: COPENHAGEN },
  },
  {
    id: 'adult-non-resident',
    providers: ['mitid'],
    label: { da: 'Voksen, bor i Aarhus', en: 'Adult, lives in Aarhus' },
    description: { da: 'Bliver bruger, men får ikke e-materialer i København.', en: 'Registers, without e-materials in Copenhagen.' },
    claims: { name: 'Bertil Prøvensen', birthDate: '1971-11-30', cpr: '9011711235', municipality: AARHUS },
  },
  {
    id: 'seventeen',
    providers: ['mitid'],
    label: { da: '17 år', en: '17 years old' },
    description: { da: 'For ung til at oprette sig selv.', en: 'Too young to register alone.' },
    get claims() {
      return { name: 'Carla Prøvensen', ...bornTodayYearsAgo(17, '236'), municipality: COPENHAGEN };
    },
  },
  {
    id: 'eighteen-today',
    providers: ['mitid'],
    label: { da: 'Fylder 18 i dag', en: 'Turns 18 today' },
    description: { da: 'Er lige præcis gammel nok.', en: 'Just old enough.' },
    get claims() {
      return { name: 'David Prøvensen', ...bornTodayYearsAgo(18, '237'), municipality: COPENHAGEN };
    },
  },
  {
    id: 'protected',
    providers: ['mitid'],
    label: { da: 'Navne- og adressebeskyttet', en: 'Name and address protected' },
    description: { da: 'Intet navn at hilse med.', en: 'No name to greet with.' },
    claims: { name: 'Ellen Prøvensen', birthDate: '1990-07-05', cpr: '6507901238', addressProtected: true, municipality: COPENHAGEN },
  },
  {
    id: 'no-cpr',
    providers: ['mitid'],
    label: { da: 'MitID uden CPR-nummer', en: 'MitID without CPR number' },
    description: { da: 'Er ikke i personregisteret.', en: 'Is not in the person registry.' },
    claims: { name: 'Francesca Proveniente', birthDate: '1994-02-18' },
  },
  {
    id: 'already-patron',
    providers: ['mitid'],
    label: { da: 'Er allerede bruger', en: 'Already a patron' },
    description: { da: 'Kender måske ikke sin pinkode (2580).', en: 'May not know the PIN (2580).' },
    claims: { name: 'Gorm Prøvensen', birthDate: '1963-05-21', cpr: '8105631239', municipality: COPENHAGEN, email: 'gorm@post.example' },
    record: { patron: 'active' },
  },
  {
    id: 'lapsed',
    providers: ['mitid'],
    label: { da: 'Slettet efter to år uden lån', en: 'Deleted after two years without a loan' },
    description: { da: 'Opretter sig igen.', en: 'Registers again.' },
    claims: { name: 'Hanne Prøvensen', birthDate: '1958-09-02', cpr: '6209581240', municipality: COPENHAGEN, email: 'hanne@post.example' },
    record: { patron: 'lapsed', reason: 'inactive' },
  },
  {
    id: 'blocked',
    providers: ['mitid'],
    label: { da: 'Spærret', en: 'Blocked' },
    description: { da: 'Skylder biblioteket penge.', en: 'Owes the library money.' },
    claims: { name: 'Ib Prøvensen', birthDate: '1979-12-24', cpr: '8412791241', municipality: COPENHAGEN, email: 'ib@post.example' },
    record: { patron: 'blocked', reason: 'debt' },
  },
  {
    id: 'no-registry-data',
    providers: ['mitid'],
    label: { da: 'Ingen data i personregisteret', en: 'No data in the registry' },
    description: { da: 'Afvises, når oplysningerne sendes.', en: 'Refused when the form is sent.' },
    claims: { name: 'Jens Prøvensen', birthDate: '1982-08-08', cpr: '6808821243', municipality: COPENHAGEN },
    record: { noRegistryData: true },
  },
  {
    id: 'not-permitted',
    providers: ['mitid'],
    label: { da: 'Må ikke blive bruger her', en: 'May not register here' },
    description: { da: 'Afvises lige efter login.', en: 'Refused right after login.' },
    claims: { name: 'Karen Prøvensen', birthDate: '1975-01-17', cpr: '7701751242', municipality: FREDERIKSBERG },
    record: { notPermitted: true },
  },
  {
    id: 'student',
    providers: ['wayf'],
    label: { da: 'Studerende, Aarhus Universitet', en: 'Student, Aarhus University' },
    description: { da: 'Er bruger i forvejen og mangler en pinkode.', en: 'Is a patron already and needs a PIN.' },
    claims: {
      name: 'Laura Prøvensen',
      birthDate: '2002-04-14',
      cpr: '7404025245',
      municipality: AARHUS,
      email: 'laura@post.au.example',
      affiliation: 'student',
      ...AU,
    },
    record: { patron: 'active' },
  },
  {
    id: 'employee',
    providers: ['wayf'],
    label: { da: 'Ansat, Aarhus Universitet', en: 'Employee, Aarhus University' },
    description: { da: 'Er ikke bruger endnu.', en: 'Is not a patron yet.' },
    claims: {
      name: 'Mads Prøvensen',
      birthDate: '1977-10-03',
      cpr: '6310771246',
      municipality: AARHUS,
      email: 'mads@au.example',
      affiliation: 'staff',
      ...AU,
    },
  },
  {
    id: 'hospital',
    providers: ['wayf', 'mitid'],
    label: { da: 'Ansat, Aarhus Universitetshospital', en: 'Employee, Aarhus University Hospital' },
    description: { da: 'Med MitID skal kaldemailen bekræftes først.', en: 'With MitID, the kaldemail is confirmed first.' },
    claims: {
      name: 'Nanna Prøvensen',
      birthDate: '1988-06-27',
      cpr: '8706881248',
      municipality: AARHUS,
      email: 'nanna.proevensen@auh.rm.dk',
      affiliation: 'affiliate',
      ...AU,
    },
    record: { mailboxRequired: true },
  },
  {
    id: 'alum',
    providers: ['wayf'],
    label: { da: 'Tidligere studerende', en: 'Former student' },
    description: { da: 'Er privat bruger nu.', en: 'Is a private user now.' },
    claims: {
      name: 'Otto Prøvensen',
      birthDate: '1992-01-09',
      cpr: '6901921249',
      municipality: AARHUS,
      email: 'otto@alumni.au.example',
      affiliation: 'alum',
      ...AU,
    },
  },
  {
    id: 'wayf-no-cpr',
    providers: ['wayf'],
    label: { da: 'Studerende uden CPR-nummer', en: 'Student without CPR number' },
    description: { da: 'Er lige kommet til landet.', en: 'Has just come to the country.' },
    claims: { name: 'Paolo Proveniente', email: 'paolo@post.au.example', affiliation: 'student', ...AU },
  },
  {
    id: 'constructed-cpr',
    providers: ['wayf'],
    label: { da: 'Studerende med konstrueret CPR-nummer', en: 'Student with a constructed CPR number' },
    description: { da: 'Nummeret har bogstaver og tæller ikke.', en: 'The number has letters and does not count.' },
    claims: {
      name: 'Quynh Prøvensen',
      birthDate: '2001-12-11',
      cpr: '111201QPA2',
      email: 'quynh@post.au.example',
      affiliation: 'student',
      ...AU,
    },
  },
  {
    id: 'other-institution',
    providers: ['wayf'],
    label: { da: 'Studerende fra et andet universitet', en: 'Student of another university' },
    description: { da: 'Afvises af biblioteket.', en: 'Refused by the library.' },
    claims: {
      name: 'Rasmus Prøvensen',
      birthDate: '2000-02-29',
      cpr: '8902005251',
      municipality: COPENHAGEN,
      email: 'rasmus@uni.example',
      affiliation: 'student',
      organization: 'Et Andet Universitet',
      homeOrganization: 'uni.example',
    },
  },
  {
    id: 'pupil',
    providers: ['unilogin'],
    label: { da: 'Gymnasieelev over 18', en: 'Upper secondary pupil, over 18' },
    description: { da: 'UNI-Login oplyser hverken navn eller CPR-nummer.', en: 'UNI-Login tells neither name nor CPR number.' },
    claims: { name: 'Selma Prøvensen', birthDate: '2006-10-15', cpr: '7510065252', municipality: COPENHAGEN },
  },
] as const satisfies readonly Persona[];

export type PersonaId = (typeof personas)[number]['id'];

export function findPersona(id: string): Persona | undefined {
  return personas.find((persona) => persona.id === id);
}
