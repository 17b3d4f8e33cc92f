import * as z from 'zod/mini';
import { pinRuleSchema, type PinRule, type UserIdType } from '../src/contracts/config.js';
import type { Branch } from '../src/contracts/library.js';
import { aarhusServicePoints } from './branches/aarhus.js';
import { copenhagenBranches } from './branches/copenhagen.js';

/** A library as the mock library system knows it. */
export interface MockLibraryProfile {
  /** ISIL. */
  id: string;
  name: string;
  /** Three digits: who lives there is a resident. */
  municipality: string;
  branches: Branch[];
  servicePoints: Branch[];
  /** Domains whose mailboxes prove that someone works at the hospital. */
  mailboxDomains: string[];
  userIds: UserIdType[];
  /** Whether a patron may add an e-mail address as user ID. */
  emailAsUserId: boolean;
  pin: PinRule;
  minimumAge: number;
  /** `schacHomeOrganization` that a WAYF login has to come from. */
  homeOrganization?: string;
  /** Version of the terms that have to be accepted. */
  terms?: string;
  /** The page that a mailed link opens. */
  pageUrl: string;
}

const pin = z.parse(pinRuleSchema, {});

export const copenhagen: MockLibraryProfile = {
  id: 'DK-710100',
  name: 'Københavns Biblioteker',
  municipality: '101',
  branches: copenhagenBranches,
  servicePoints: copenhagenBranches.slice(0, 3),
  mailboxDomains: [],
  userIds: ['cpr', 'card'],
  emailAsUserId: true,
  pin,
  minimumAge: 18,
  pageUrl: 'https://library.example/',
};

export const auLibrary: MockLibraryProfile = {
  id: 'DK-820010',
  name: 'AU Library',
  municipality: '751',
  branches: aarhusServicePoints,
  servicePoints: aarhusServicePoints,
  mailboxDomains: ['auh.rm.dk', 'aarhus.rm.dk', 'skejby.rm.dk', 'ps.rm.dk'],
  userIds: ['cpr', 'card', 'email'],
  emailAsUserId: true,
  pin,
  minimumAge: 18,
  homeOrganization: 'au.dk',
  pageUrl: 'https://library.example/',
};
