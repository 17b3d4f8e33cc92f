import type { Library } from '../../src/contracts/directory.js';

/** A library as the directory knows it, with the names that people use for it. */
export interface DirectoryEntry extends Omit<Library, 'match'> {
  readonly aliases: readonly string[];
}

/** ISIL of one library for each row of the policy table. */
export const LIBRARIES = {
  /** Public: its login opens the profile. */
  public: 'DK-710100',
  /** A school that belongs to the national profiles; user IDs are e-mail addresses. */
  syncing: 'DK-861640',
  /** Research, with a login of its own that opens no profile. */
  research: 'DK-820050',
  /** The same, with CPR numbers and digits only. */
  hospital: 'DK-820120',
  /** No login, but orders with the fields that it asks for. */
  guests: 'DK-820330',
  /** Neither. */
  closed: 'DK-820440',
} as const;

const DIGITS = { minLength: 4, digits: true };

/** Those that the test persons have cards at; the names of research libraries are made up. */
const NAMED: readonly DirectoryEntry[] = [
  {
    id: LIBRARIES.public,
    name: 'Københavns Biblioteker',
    aliases: ['Kbh', 'Copenhagen Libraries', 'Hovedbiblioteket Krystalgade'],
    city: 'København',
    kind: 'public',
    municipality: '101',
    userIds: ['cpr', 'card'],
    policy: { login: true, culr: true },
    pin: DIGITS,
  },
  {
    id: 'DK-775100',
    name: 'Aarhus Bibliotekerne',
    aliases: ['Århus Kommunes Biblioteker', 'Dokk1'],
    city: 'Aarhus',
    kind: 'public',
    municipality: '751',
    userIds: ['cpr', 'card'],
    registrationUrl: 'https://www.aakb.dk/',
    policy: { login: true, culr: true },
    pin: DIGITS,
  },
  {
    id: LIBRARIES.syncing,
    name: 'UCN Biblioteket',
    aliases: ['Professionshøjskolen UCN', 'University College Nordjylland'],
    city: 'Aalborg',
    kind: 'school',
    userIds: ['email'],
    policy: { login: true, culr: true },
    pin: { minLength: 4, digits: false },
  },
  {
    id: LIBRARIES.research,
    name: 'Dansk Polarforskningsbibliotek',
    aliases: ['DPF', 'Arktisk Institut Bibliotek'],
    city: 'Frederiksberg',
    kind: 'research',
    userIds: ['local'],
    registrationUrl: 'https://polar.example/bliv-laaner',
    policy: { login: true, culr: false },
    pin: { minLength: 6, digits: false },
  },
  {
    id: LIBRARIES.hospital,
    name: 'Kgl. Medicinske Bibliotek',
    aliases: ['Det Kongelige Medicinske Bibliotek', 'Rigshospitalets Bibliotek'],
    city: 'Odense',
    kind: 'research',
    userIds: ['cpr', 'card'],
    policy: { login: true, culr: false },
    pin: DIGITS,
  },
  {
    id: LIBRARIES.guests,
    name: 'Søfartens Bibliotek',
    aliases: ['Skibsbiblioteket'],
    city: 'Svendborg',
    kind: 'research',
    userIds: [],
    registrationUrl: 'https://soefart.example/',
    policy: {
      login: false,
      culr: false,
      guestFields: [
        { name: 'cardno', required: true, label: { da: 'Nummeret på dit skibskort', en: 'The number on your ship’s card' } },
        { name: 'barcode', required: false },
        { name: 'userName', required: true },
        { name: 'userMail', required: true },
        { name: 'userTelephone', required: false },
      ],
    },
  },
  {
    id: LIBRARIES.closed,
    name: 'Arkivernes Læsesal',
    aliases: [],
    kind: 'research',
    userIds: [],
    registrationUrl: 'https://arkiv.example/',
    policy: { login: false, culr: false },
  },
];

const TOWNS = [
  'Aabenraa',
  'Assens',
  'Billund',
  'Ballerup',
  'Esbjerg',
  'Faaborg',
  'Fredericia',
  'Gentofte',
  'Grenaa',
  'Haderslev',
  'Helsingør',
  'Herning',
  'Hjørring',
  'Holbæk',
  'Horsens',
  'Ikast',
  'Kalundborg',
  'Kolding',
  'Køge',
  'Lemvig',
  'Maribo',
  'Middelfart',
  'Næstved',
  'Nykøbing',
  'Odder',
  'Randers',
  'Ribe',
  'Ringsted',
  'Roskilde',
  'Rønne',
  'Silkeborg',
  'Skanderborg',
  'Skive',
  'Slagelse',
  'Sorø',
  'Struer',
  'Sønderborg',
  'Thisted',
  'Tønder',
  'Varde',
  'Vejle',
  'Viborg',
  'Ærøskøbing',
  'Åkirkeby',
] as const;
const KINDS = [
  'Bibliotek',
  'Gymnasiums Bibliotek',
  'Museums Bibliotek',
  'Seminariums Bibliotek',
  'Sygehus Bibliotek',
  'Arkivs Bibliotek',
] as const;

/**
 * A directory made like the real one: the libraries above, and made-up ones until there are `size`. Every seventh has no town, some have other names, and
 * one half are research libraries, of which one third or so lets nobody log in.
 */
export function makeDirectory(size = 1_233): DirectoryEntry[] {
  const made = Array.from({ length: Math.max(0, size - NAMED.length) }, (_, at): DirectoryEntry => {
    const town = TOWNS[at % TOWNS.length] ?? 'Vejle';
    const round = Math.floor(at / TOWNS.length);
    const what = KINDS[round % KINDS.length] ?? 'Bibliotek';
    const isPublic = round % 2 === 0;
    // Two settings of a library's own: it must want the shared login, and to be ordered from here.
    const allows = { sharedLogin: isPublic || at % 3 !== 0, catalogue: isPublic || at % 11 !== 0 };
    return {
      id: `DK-${(isPublic ? 700_000 : 830_000) + at}`,
      name: `${town} ${what}${round >= KINDS.length ? ` ${Math.floor(round / KINDS.length) + 1}` : ''}`,
      aliases: at % 5 === 0 ? [`${town}bib ${at}`] : [],
      ...(at % 7 !== 0 && { city: town }),
      kind: isPublic ? 'public' : 'research',
      userIds: isPublic ? ['cpr', 'card'] : ['local'],
      policy: { login: allows.sharedLogin && allows.catalogue, culr: isPublic },
      pin: isPublic ? DIGITS : { minLength: 4, digits: false },
    };
  });
  return [...NAMED, ...made];
}
