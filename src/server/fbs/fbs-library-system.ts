import type * as z from 'zod/mini';
import type { Branch, OpeningHours } from '../../contracts/library.js';
import type { Identity, LibrarySystem, Patron } from '../ports.js';
import { fieldProblem, GatewayProblem } from '../problem.js';
import { cprOf } from '../rules/person.js';
import { createFbsClient, FbsRefusal, type FbsOptions } from './client.js';
import type { authenticationAnswer, openingHoursAnswer, patronAnswer } from './contracts.js';

const HOUR = 3_600_000;
const DAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'];
/** "Created at the website": a patron who has to show up once, and is one. */
const MUST_SHOW_UP = 'W';
/** What the letters of a block mean, in words that the element has texts for. */
const REASONS: Readonly<Record<string, string>> = { O: 'overdue', U: 'excluded', F: 'moved', E: 'debt', S: 'lost-card', D: 'deceased' };

type Fact = z.infer<typeof patronAnswer>;

const minutes = (time: string): string => time.slice(0, 5);

function hoursOf(rows: z.infer<typeof openingHoursAnswer>): OpeningHours[] {
  return rows.flatMap(({ day, openHoursStartTime, openHoursEndTime, serviceHoursStartTime, serviceHoursEndTime }) => {
    const number = DAYS.indexOf(day) + 1;
    const open = { day: number, opens: minutes(openHoursStartTime), closes: minutes(openHoursEndTime) };
    const staffed = { day: number, opens: minutes(serviceHoursStartTime), closes: minutes(serviceHoursEndTime), staffed: true };
    return [open, staffed].filter(({ opens, closes }) => opens < closes);
  });
}

/** FBS as a library system, with its quirks: docs/fbs.md. It can't tell a used link from an unknown one, and finds nobody by e-mail address. */
export function createFbsLibrarySystem(options: FbsOptions & { now?: () => number }): LibrarySystem {
  const { now = Date.now } = options;
  const { ask } = createFbsClient(options);
  let kept: { at: number; branches: Promise<readonly Branch[]> } | undefined;

  function toPatron(
    { patronId, birthday, emailAddresses = [], blockStatus = [] }: Fact,
    userId: string | undefined,
    addresses: string[] = [],
  ): Patron {
    const blocks = blockStatus.filter(({ blockedReason }) => blockedReason !== MUST_SHOW_UP);
    const [email] = emailAddresses;
    return {
      id: String(patronId),
      status: blocks.length > 0 ? 'blocked' : 'active',
      ...(blocks[0] && { reason: REASONS[blocks[0].blockedReason] ?? 'other' }),
      cpr: userId !== undefined && /^\d{10}$/.test(userId) ? userId : undefined,
      card: userId !== undefined && !/^\d{10}$/.test(userId) ? userId : undefined,
      birthDate: birthday,
      email: email?.emailAddress,
      emailVerified: email?.verified === true,
      emailUserIds: addresses,
      language: 'da',
    };
  }

  async function patronOf(
    { authenticateStatus, patronId, patronType = 'PERSON' }: z.infer<typeof authenticationAnswer>,
    userId: string | undefined,
  ): Promise<Patron | 'locked' | undefined> {
    // The status first: a 200 does not mean success, and the number may be missing.
    if (authenticateStatus === 'LOANER_LOCKED_OUT') return 'locked';
    if (authenticateStatus === 'INVALID' || patronId === undefined) return undefined;
    if (patronType !== 'PERSON') throw new GatewayProblem('not-permitted');
    const id = String(patronId);
    const identifiers = await ask('identifiers', { path: { patronId: id } }).catch(() => []);
    const addresses = identifiers.filter(({ identifier }) => identifier.includes('@')).map(({ identifier }) => identifier);
    return toPatron(await ask('person', { path: { patronId: id } }), userId, addresses);
  }

  /** By CPR number, card or e-mail address that serves as user ID. Locked means that there is such a patron. */
  async function lookUp(userId: string): Promise<Patron | undefined> {
    const found = await patronOf(await ask('preauthenticated', { body: userId }), userId);
    if (found !== 'locked') return found;
    return { id: '', status: 'active', cpr: userId, emailVerified: false, emailUserIds: [], language: 'da' };
  }

  const requireCpr = (identity: Identity): string => {
    const cpr = cprOf(identity);
    if (cpr === undefined) throw new GatewayProblem('no-registry-data');
    return cpr;
  };
  const settingsOf = (patron: { email: string; phone?: string | undefined; sms: boolean; branch: string; language: string }) => ({
    emailAddresses: [{ emailAddress: patron.email, receiveNotification: true }],
    phoneNumbers: patron.phone === undefined ? [] : [{ phoneNumber: patron.phone, receiveNotification: patron.sms }],
    preferredPickupBranch: patron.branch,
  });
  const refused =
    (statuses: Readonly<Record<number, GatewayProblem>>) =>
    (error: unknown): never => {
      const problem = error instanceof FbsRefusal ? statuses[error.status] : undefined;
      throw problem ?? (error instanceof GatewayProblem ? error : new GatewayProblem('unavailable'));
    };

  async function readBranches(): Promise<readonly Branch[]> {
    const branches = await ask('branches');
    const ids = branches.map(({ branchId }) => branchId);
    const contacts = await ask('branchContact', { query: { branchIds: ids.join(',') } }).catch(() => []);
    return Promise.all(
      branches.map(async ({ branchId, title }): Promise<Branch> => {
        const contact = contacts.find((one) => one.branchId === branchId);
        const hours = await ask('openingHours', { path: { branchId } }).catch(() => []);
        return {
          id: branchId,
          name: title,
          ...(contact && { address: { street: contact.address, postalCode: contact.zipCode, city: contact.city } }),
          ...(contact?.phone && { phone: contact.phone }),
          ...(hours.length > 0 && { openingHours: hoursOf(hours) }),
        };
      }),
    );
  }

  /** Many calls, and the same for everybody: an hour old at most, older where FBS doesn't answer. */
  async function listBranches(): Promise<readonly Branch[]> {
    const before = kept;
    if (before && now() - before.at < HOUR) return before.branches;
    const branches = readBranches();
    kept = { at: now(), branches };
    try {
      return await branches;
    } catch (error) {
      kept = before;
      if (before) return before.branches;
      throw error;
    }
  }

  return {
    branches: listBranches,
    servicePoints: listBranches,
    find: async (identity) => {
      if (identity.provider === 'library-card') return lookUp(cprOf(identity) ?? identity.userId ?? identity.subject);
      const cpr = cprOf(identity);
      return cpr === undefined ? undefined : lookUp(cpr);
    },
    register: async (identity, patron) => {
      const cpr = requireCpr(identity);
      const { authenticateStatus, patron: made } = await ask('create', {
        body: {
          personIdentifier: cpr,
          pincode: patron.pin,
          patron: { ...settingsOf(patron), guardianVisibility: false, receivePostalMail: false, preferredLanguage: patron.language },
        },
      }).catch(refused({ 404: new GatewayProblem('no-registry-data') }));
      if (authenticateStatus !== 'VALID' || !made) throw new GatewayProblem('unavailable');
      return toPatron(made, cpr);
    },
    applyForChild: async (guardian, { child, guardianName, pin, ...patron }) => {
      const { preferredPickupBranch, emailAddresses, phoneNumbers } = settingsOf(patron);
      // Needed here, and login.bib.dk tells none.
      if (guardianName === undefined) throw fieldProblem({ field: 'guardianName', code: 'required' });
      const id = await ask('createWithGuardian', {
        body: {
          personId: child.cpr,
          name: child.name,
          guardian: {
            name: guardianName,
            personIdentifier: requireCpr(guardian),
            email: patron.email,
            ...(patron.phone !== undefined && { mobilePhoneNumber: patron.phone }),
          },
          ...{ preferredPickupBranch, emailAddresses, phoneNumbers },
          ...(pin !== undefined && { pincode: pin }),
        },
      }).catch(refused({ 400: fieldProblem({ field: 'childCpr', code: 'own-number' }), 404: new GatewayProblem('no-registry-data') }));
      return { reference: `FBS-${id}` };
    },
    findByUserId: async (userId) => lookUp(userId),
    authenticate: async (userId, pin) => patronOf(await ask('authenticate', { body: { libraryCardNumber: userId, pincode: pin } }), userId),
    changePin: async ({ id, cpr, card = '' }, pin) => {
      await ask('changePin', { path: { patronId: id }, body: { pincodeChange: { pincode: pin, libraryCardNumber: cpr ?? card } } }).catch(
        refused({ 400: fieldProblem({ field: 'pin', code: 'invalid' }), 404: new GatewayProblem('not-found') }),
      );
    },
    addEmailUserId: async ({ id }, email) => {
      const { success, result } = await ask('addMailIdentifier', { path: { patronId: id }, body: email });
      if (success) return;
      const problems: Readonly<Record<string, GatewayProblem>> = {
        TOO_MANY_LIBRARY_CARDS_ALREADY: fieldProblem({ field: 'email', code: 'too-many' }),
        EMAIL_ADDRESS_NOT_VERIFIED: fieldProblem({ field: 'email', code: 'not-verified' }),
        EMAIL_ADDRESS_DOES_NOT_BELONG_TO_LOANER: new GatewayProblem('account-mismatch'),
        IDENTIFIER_EXISTS_ON_AGENCY: new GatewayProblem('already-linked'),
      };
      throw problems[result] ?? new GatewayProblem('unavailable');
    },
    // FBS mails the link by itself. Whether it knows the address, and how many share it, is told to nobody.
    mailPinLink: async (email) => {
      await ask('resetPin', { body: email }).catch((error: unknown) => {
        if (!(error instanceof FbsRefusal)) throw error;
      });
    },
    redeemPinLink: async (token, pin) => {
      await ask('updatePin', { body: { pincode: pin, uuid: token } }).catch(
        refused({ 400: fieldProblem({ field: 'pin', code: 'invalid' }), 404: new GatewayProblem('not-found') }),
      );
    },
  };
}
