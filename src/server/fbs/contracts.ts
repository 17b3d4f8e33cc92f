import * as z from 'zod/mini';

/**
 * The part of FBS that a sign-up needs, as facts of its published interface: one schema for what is sent and one for what comes, used by the adapter and by the
 * simulator. FBS' own specification is under the AGPL and not a part of this project.
 */
const emailAddress = z.object({ emailAddress: z.string(), receiveNotification: z.boolean(), verified: z.optional(z.boolean()) });
const phoneNumber = z.object({ phoneNumber: z.string(), receiveNotification: z.boolean() });

export const loginRequest = z.strictObject({ username: z.string(), password: z.string() });
export const loginAnswer = z.object({ sessionKey: z.string() });

export const AUTHENTICATE_STATUS = ['VALID', 'INVALID', 'LOANER_LOCKED_OUT'] as const;
/** A 200 that says `INVALID` may come without a number, although the interface requires one. */
export const authenticationAnswer = z.object({
  authenticateStatus: z.enum(AUTHENTICATE_STATUS),
  patronId: z.optional(z.number()),
  patronType: z.optional(z.enum(['PERSON', 'COMPANY', 'LIBRARY', 'GROUP'])),
});
export const authenticateRequest = z.strictObject({ libraryCardNumber: z.string(), pincode: z.string() });

export const patronAnswer = z.object({
  patronId: z.number(),
  resident: z.boolean(),
  preferredPickupBranch: z.string(),
  name: z.optional(z.string()),
  birthday: z.optional(z.string()),
  emailAddresses: z.optional(z.array(emailAddress)),
  blockStatus: z.optional(z.array(z.object({ blockedReason: z.string(), blockedSince: z.string(), message: z.string() }))),
});

const patronSettings = z.strictObject({
  preferredPickupBranch: z.string(),
  guardianVisibility: z.boolean(),
  receivePostalMail: z.boolean(),
  emailAddresses: z.array(z.strictObject({ emailAddress: z.string(), receiveNotification: z.boolean() })),
  phoneNumbers: z.array(z.strictObject({ phoneNumber: z.string(), receiveNotification: z.boolean() })),
  preferredLanguage: z.optional(z.string()),
});
export const createPatronRequest = z.strictObject({ personIdentifier: z.string(), pincode: z.string(), patron: patronSettings });
export const createPatronAnswer = z.object({ authenticateStatus: z.enum(AUTHENTICATE_STATUS), patron: z.optional(patronAnswer) });

export const guardianRequest = z.strictObject({
  personId: z.string(),
  name: z.string(),
  preferredPickupBranch: z.string(),
  guardian: z.strictObject({
    name: z.string(),
    personIdentifier: z.string(),
    email: z.string(),
    mobilePhoneNumber: z.optional(z.string()),
  }),
  pincode: z.optional(z.string()),
  emailAddresses: z.optional(z.array(z.strictObject({ emailAddress: z.string(), receiveNotification: z.boolean() }))),
  phoneNumbers: z.optional(z.array(phoneNumber)),
});
export const guardianAnswer = z.number();

export const pinChangeRequest = z.strictObject({ pincodeChange: z.strictObject({ pincode: z.string(), libraryCardNumber: z.string() }) });
export const pinUpdateRequest = z.strictObject({ pincode: z.string(), uuid: z.string() });

export const identifiersAnswer = z.array(z.object({ identifier: z.string(), identifierType: z.string(), status: z.string() }));
export const mailIdentifierAnswer = z.object({ success: z.boolean(), result: z.string() });

export const branchesAnswer = z.array(z.object({ branchId: z.string(), title: z.string() }));
export const branchContactAnswer = z.array(
  z.object({
    branchId: z.string(),
    title: z.string(),
    address: z.string(),
    zipCode: z.string(),
    city: z.string(),
    phone: z.string(),
    email: z.string(),
  }),
);
export const openingHoursAnswer = z.array(
  z.object({
    day: z.enum(['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY']),
    openHoursStartTime: z.string(),
    openHoursEndTime: z.string(),
    serviceHoursStartTime: z.string(),
    serviceHoursEndTime: z.string(),
  }),
);

/** Paths below `/external/{isil}/patrons`, but for those that begin with a slash. */
export const FBS_CALLS = {
  login: { method: 'POST', path: '/external/v1/{isil}/authentication/login', body: loginRequest, answer: loginAnswer },
  preauthenticated: { method: 'POST', path: 'preauthenticated/v10', body: 'text', answer: authenticationAnswer },
  authenticate: { method: 'POST', path: 'authenticate/v9', body: authenticateRequest, answer: authenticationAnswer },
  person: { method: 'GET', path: 'person/{patronId}/v4', body: undefined, answer: patronAnswer },
  create: { method: 'POST', path: 'v9', body: createPatronRequest, answer: createPatronAnswer },
  createWithGuardian: { method: 'POST', path: 'withGuardian/v4', body: guardianRequest, answer: guardianAnswer },
  changePin: { method: 'PUT', path: '{patronId}/v8', body: pinChangeRequest, answer: undefined },
  resetPin: { method: 'POST', path: 'resetPincode/v1', body: 'text', answer: undefined },
  updatePin: { method: 'POST', path: 'updatePincode/v1', body: pinUpdateRequest, answer: undefined },
  identifiers: { method: 'GET', path: '{patronId}/identifiers/v1', body: undefined, answer: identifiersAnswer },
  addMailIdentifier: { method: 'POST', path: '{patronId}/addMailIdentifier/v1', body: 'text', answer: mailIdentifierAnswer },
  branches: { method: 'GET', path: '/external/v1/{isil}/branches', body: undefined, answer: branchesAnswer },
  branchContact: { method: 'GET', path: '/external/v1/{isil}/branches/contact', body: undefined, answer: branchContactAnswer },
  openingHours: {
    method: 'GET',
    path: '/external/v1/{isil}/branches/{branchId}/openinghours',
    body: undefined,
    answer: openingHoursAnswer,
  },
} as const;
export type FbsCall = keyof typeof FBS_CALLS;
