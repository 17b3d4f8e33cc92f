import type * as z from 'zod/mini';
import { FBS_CALLS, type FbsCall } from '../../src/server/fbs/contracts.js';

/** A patron as the simulated FBS has them. */
export interface FbsPatron {
  id: number;
  cpr: string;
  name: string;
  pin: string;
  email?: string;
  emailVerified?: boolean;
  branch: string;
  resident: boolean;
  type?: 'PERSON' | 'COMPANY';
  locked?: boolean;
  blocks?: string[];
  mailIdentifiers?: string[];
}

export interface FbsFaults {
  /** Calls after which a session's key has timed out (401). */
  sessionCalls?: number;
  /** The work is done, and then the answer is lost. */
  cutAfter?: FbsCall;
  /** The work is done, and then FBS says 500. */
  failAfter?: FbsCall;
  /** Milliseconds. */
  delay?: number;
}

export interface FbsSimulator {
  fetch(request: Request): Promise<Response>;
  readonly patrons: FbsPatron[];
  /** Links for a new PIN that it "mailed": token and address. */
  readonly links: Map<string, { email: string; patron: number }>;
  faults: FbsFaults;
  /** How often each call came. */
  readonly calls: Map<string, number>;
}

const problem = (status: number, errorCode: string): Response =>
  Response.json({ correlationId: crypto.randomUUID(), errorCode, message: errorCode, validationErrors: [] }, { status });
const CREDENTIALS = { username: 'signup', password: 'secret' };

const HOURS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'].map((day) => ({
  ...{ day, openHoursStartTime: '08:00:00', openHoursEndTime: '20:00:00' },
  ...{ serviceHoursStartTime: '10:00:00', serviceHoursEndTime: '18:00:00' },
}));

const pattern = (template: string): RegExp =>
  new RegExp(`^${(template.startsWith('/') ? template : `/external/{isil}/patrons/${template}`).replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`);
const ROUTES = (Object.entries(FBS_CALLS) as [FbsCall, (typeof FBS_CALLS)[FbsCall]][]).map(([name, { method, path }]) => ({
  name,
  method,
  path: pattern(path),
}));

/** Who is known from the start; `isUnregistered` persons are in the person registry only. */
export const FBS_PERSONS = {
  known: { cpr: '8105631239', name: 'Gorm', pin: '2580' },
  blocked: { cpr: '6604684321', name: 'Birk' },
  locked: { cpr: '7007701234', name: 'Lock' },
  company: { cpr: '6101651234', name: 'Firma' },
} as const;

/** FBS as this project knows it: paths, schemas and quirks. Strict: a member that is unknown, missing or of another type is 400. */
export function createFbsSimulator({ isil = 'DK-710100', unregistered = [] as readonly string[] } = {}): FbsSimulator {
  const patrons: FbsPatron[] = [
    { id: 1, ...FBS_PERSONS.known, email: 'gorm@post.example', emailVerified: true, branch: `${isil}-1`, resident: true },
    { id: 2, ...FBS_PERSONS.blocked, pin: '2580', branch: `${isil}-1`, resident: true, blocks: ['E'] },
    { id: 3, ...FBS_PERSONS.locked, pin: '2580', branch: `${isil}-1`, resident: true, locked: true },
    { id: 4, ...FBS_PERSONS.company, pin: '2580', branch: `${isil}-1`, resident: true, type: 'COMPANY' },
  ];
  const links = new Map<string, { email: string; patron: number }>();
  const sessions = new Map<string, number>();
  const calls = new Map<string, number>();
  let faults: FbsFaults = {};

  const factsOf = ({ id, resident, branch, name, cpr, email, emailVerified = false, blocks = [] }: FbsPatron) => ({
    ...{
      patronId: id,
      resident,
      preferredPickupBranch: branch,
      guardianVisibility: false,
      receivePostalMail: false,
      defaultInterestPeriod: 180,
      name,
    },
    birthday: `19${cpr.slice(4, 6)}-${cpr.slice(2, 4)}-${String(Number(cpr.slice(0, 2)) % 40 || 1).padStart(2, '0')}`,
    emailAddresses: email === undefined ? [] : [{ emailAddress: email, receiveNotification: true, verified: emailVerified }],
    blockStatus: blocks.map((blockedReason) => ({ blockedReason, blockedSince: '2026-01-01', message: '' })),
  });
  const byUserId = (userId: string): FbsPatron | undefined =>
    patrons.find(({ cpr, mailIdentifiers = [] }) => cpr === userId || mailIdentifiers.includes(userId));
  const authenticated = (patron: FbsPatron | undefined): Response =>
    Response.json(
      !patron
        ? { authenticateStatus: 'INVALID' }
        : patron.locked
          ? { authenticateStatus: 'LOANER_LOCKED_OUT', patronId: patron.id, patronType: 'PERSON' }
          : { authenticateStatus: 'VALID', patronId: patron.id, patronType: patron.type ?? 'PERSON' },
    );

  function work(name: FbsCall, values: Readonly<Record<string, string>>, body: never): Response {
    const patron = patrons.find(({ id }) => String(id) === values['patronId']);
    switch (name) {
      case 'login': {
        const { username, password } = body as typeof CREDENTIALS;
        if (username !== CREDENTIALS.username || password !== CREDENTIALS.password) return problem(403, 'invalidCredentials');
        const sessionKey = crypto.randomUUID();
        sessions.set(sessionKey, 0);
        return Response.json({ sessionKey });
      }
      case 'preauthenticated':
        return authenticated(byUserId(body));
      case 'authenticate': {
        const { libraryCardNumber, pincode } = body as { libraryCardNumber: string; pincode: string };
        const found = byUserId(libraryCardNumber);
        return authenticated(found?.locked || found?.pin === pincode ? found : undefined);
      }
      case 'person':
        return patron ? Response.json(factsOf(patron)) : problem(404, 'dataNotFound');
      case 'create': {
        const { personIdentifier: cpr, pincode: pin, patron: settings } = body as z.output<typeof FBS_CALLS.create.body>;
        if (unregistered.includes(cpr)) return problem(404, 'dataNotFound');
        // No version of the interface says that somebody is a patron already: a second one is made.
        const [address] = settings.emailAddresses;
        const made: FbsPatron = { id: patrons.length + 1, cpr, name: 'New', pin, branch: settings.preferredPickupBranch, resident: true };
        if (address) made.email = address.emailAddress;
        patrons.push(made);
        return Response.json({ authenticateStatus: 'VALID', patron: factsOf(made) });
      }
      case 'createWithGuardian': {
        const {
          personId: cpr,
          guardian,
          name: called,
          preferredPickupBranch: branch,
          pincode: pin = '',
        } = body as z.output<typeof FBS_CALLS.createWithGuardian.body>;
        if (guardian.personIdentifier === cpr) return problem(400, 'ownNumber');
        patrons.push({ id: patrons.length + 1, cpr, name: called, pin, branch, resident: true, blocks: ['W'] });
        return Response.json(patrons.length);
      }
      case 'changePin': {
        if (!patron) return problem(404, 'dataNotFound');
        patron.pin = (body as z.output<typeof FBS_CALLS.changePin.body>).pincodeChange.pincode;
        return new Response(null, { status: 204 });
      }
      case 'resetPin': {
        const sharing = patrons.filter(({ email }) => email === body);
        const [only] = sharing;
        if (!only) return problem(404, 'dataNotFound');
        if (sharing.length > 1) return problem(400, 'severalPatrons');
        links.set(crypto.randomUUID(), { email: body, patron: only.id });
        return new Response(null, { status: 200 });
      }
      case 'updatePin': {
        const { uuid, pincode } = body as { uuid: string; pincode: string };
        const link = links.get(uuid);
        const owner = patrons.find(({ id }) => id === link?.patron);
        if (!owner) return problem(404, 'dataNotFound');
        links.delete(uuid);
        owner.pin = pincode;
        return new Response(null, { status: 200 });
      }
      case 'identifiers':
        return patron
          ? Response.json([
              { identifier: patron.cpr, identifierType: 'CPR', status: 'ACTIVE' },
              ...(patron.mailIdentifiers ?? []).map((identifier) => ({ identifier, identifierType: 'EMAIL', status: 'ACTIVE' })),
            ])
          : problem(404, 'dataNotFound');
      case 'addMailIdentifier': {
        if (!patron) return problem(404, 'dataNotFound');
        const result =
          patron.email !== body ? 'EMAIL_ADDRESS_DOES_NOT_BELONG_TO_LOANER' : patron.emailVerified ? 'OK' : 'EMAIL_ADDRESS_NOT_VERIFIED';
        if (result === 'OK') patron.mailIdentifiers = [...(patron.mailIdentifiers ?? []), body];
        return Response.json({ success: result === 'OK', result });
      }
      case 'branches':
        return Response.json([
          { branchId: `${isil}-1`, title: 'Hovedbiblioteket' },
          { branchId: `${isil}-2`, title: 'Østerbro Bibliotek' },
        ]);
      case 'branchContact':
        return Response.json([
          {
            branchId: `${isil}-1`,
            title: 'Hovedbiblioteket',
            address: 'Krystalgade 15',
            zipCode: '1172',
            city: 'København K',
            phone: '33663000',
            email: 'b@kk.example',
          },
        ]);
      case 'openingHours':
        return Response.json(HOURS);
    }
  }

  return {
    patrons,
    links,
    calls,
    get faults() {
      return faults;
    },
    set faults(next) {
      faults = next;
    },
    async fetch(request) {
      const { pathname } = new URL(request.url);
      const route = ROUTES.map((one) => ({ ...one, found: one.path.exec(pathname) })).find(
        ({ method, found }) => method === request.method && found,
      );
      if (!route?.found || route.found.groups?.['isil'] !== isil) return problem(404, 'notFound');
      const { name } = route;
      calls.set(name, (calls.get(name) ?? 0) + 1);
      if (faults.delay) await new Promise((resolve) => setTimeout(resolve, faults.delay));
      if (name !== 'login') {
        const key = request.headers.get('X-Session') ?? '';
        const used = sessions.get(key);
        if (used === undefined || (faults.sessionCalls !== undefined && used >= faults.sessionCalls))
          return problem(401, 'sessionTimedOut');
        sessions.set(key, used + 1);
      }
      const text = await request.text();
      const { body: schema } = FBS_CALLS[name];
      let body: unknown = undefined;
      if (schema === 'text') {
        // The bare string; with quotes it is another one.
        if (text === '' || text.startsWith('"')) return problem(400, 'invalidBody');
        body = text;
      } else if (schema) {
        let given: unknown;
        try {
          given = JSON.parse(text);
        } catch {
          return problem(400, 'invalidBody');
        }
        const parsed = schema.safeParse(given);
        if (!parsed.success) return problem(400, 'invalidBody');
        body = parsed.data;
      }
      const answer = work(name, route.found.groups ?? {}, body as never);
      if (faults.failAfter === name) return problem(500, 'unexpected');
      if (faults.cutAfter === name) throw new TypeError('the connection was cut');
      return answer;
    },
  };
}
