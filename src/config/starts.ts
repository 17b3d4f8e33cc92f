import type { SignupConfigInput } from '../contracts/config.js';

const library: SignupConfigInput['library'] = {
  id: 'DK-710100',
  name: { da: 'Biblioteket', en: 'The library' },
  contact: { phone: '+45 00 12 34 56', email: 'bibliotek@example.org' },
};
const gateway: SignupConfigInput['gateway'] = { type: 'http', url: 'https://gateway.example.org/signup-api/' };
const mitid = { adapter: 'mitid', broker: 'idura', issuer: 'https://broker.example.org', level: 'substantial' } as const;

/** What a library begins with. Each is complete, but for its own names and addresses. */
export const STARTS: Readonly<Record<string, SignupConfigInput>> = {
  'Public library': {
    version: 1,
    library: { ...library, municipality: '101', userIds: ['cpr', 'card'] },
    gateway,
    identity: { providers: { mitid } },
    register: {
      audiences: [
        { id: 'adult', kind: 'adult', providers: ['mitid'] },
        { id: 'child', kind: 'child', providers: ['mitid'], paper: true },
      ],
      terms: { version: '2026-01', url: 'https://library.example.org/terms' },
    },
    recover: { emailAsUserId: true },
  },
  'University library': {
    version: 1,
    library: { ...library, id: 'DK-820010', name: { da: 'Universitetsbiblioteket', en: 'The university library' } },
    gateway,
    identity: {
      providers: { wayf: { adapter: 'wayf', clientId: 'library.example.org', homeOrganization: 'university.example' }, mitid },
    },
    register: {
      audiences: [
        { id: 'student', kind: 'campus', providers: ['wayf'], documents: ['student-card'] },
        { id: 'private', kind: 'private', providers: ['mitid'] },
      ],
    },
    recover: {},
  },
  'A catalogue that logs in': {
    version: 1,
    library: { ...library, id: 'DK-100200', name: { da: 'Kataloget', en: 'The catalogue' } },
    gateway,
    identity: { providers: { mitid } },
    login: { guest: true, handover: { mode: 'post', url: '/login/redeem' } },
  },
};
