import { LIBRARIES } from './libraries.js';

/** A card at a library of the directory. `subject` is the persona whose it is. */
export interface Card {
  readonly library: string;
  readonly userId: string;
  readonly pin: string;
  readonly subject: string;
  readonly blocked?: string;
  /** The library has it no more, and the national profiles don't know that yet. */
  readonly gone?: true;
}

/** Cards of the test persons at other libraries than the page's own. */
export const CARDS: readonly Card[] = [
  { library: LIBRARIES.syncing, userId: 'astrid@ucn.example', pin: 'Studie-25', subject: 'adult-resident' },
  { library: LIBRARIES.research, userId: 'astrid', pin: 'Polar-2580', subject: 'adult-resident' },
  // In the profile of this person before the first visit.
  { library: LIBRARIES.research, userId: 'inga', pin: 'Polar-2580', subject: 'already-patron' },
  { library: LIBRARIES.research, userId: 'spaerret', pin: 'Polar-2580', subject: 'blocked', blocked: 'debt' },
  { library: LIBRARIES.research, userId: 'vaek', pin: 'Polar-2580', subject: 'adult-non-resident', gone: true },
  // By mistake in the profile of somebody else.
  { library: LIBRARIES.research, userId: 'bertil', pin: 'Polar-2580', subject: 'adult-non-resident' },
  { library: LIBRARIES.hospital, userId: '7203861234', pin: '2580', subject: 'adult-resident' },
];

/** Which cards were added to whose profile before the first visit, by user ID. */
export const PROFILES: Readonly<Record<string, readonly string[]>> = { 'already-patron': ['inga', 'bertil'] };
