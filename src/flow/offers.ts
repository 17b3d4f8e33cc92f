import type { OfferedCalls } from '../contracts/capabilities.js';

/** Whether what is on a screen can be offered: an answer, an action, or somebody whom it is for, as `<step>:<name>`. */
export type IsOffered = (what: string) => boolean;

/** Every gateway has it, so an answer without it is none. */
const BASIC = 'POST sessions';

const REGISTRATION = ['POST patrons'];
const RECOVERY = ['GET user-ids', 'POST user-id-reminders', 'PUT patrons/me/pin', 'POST pin-resets'];

/** The calls behind what patrons can choose; one of them is enough. What isn't listed needs none, or what every gateway has. */
const NEEDS: Readonly<Record<string, readonly string[]>> = {
  'register.audience:for-adult': REGISTRATION,
  'register.audience:for-private': REGISTRATION,
  'register.audience:for-hospital': REGISTRATION,
  'register.audience:for-campus': [...REGISTRATION, 'POST pin-orders'],
  'register.audience:for-child': ['POST child-applications'],
  'register.identify:for-child': ['POST child-applications'],
  'register.pin-route:email': ['POST pin-orders'],
  'register.has-login:no': ['POST mailbox-challenges'],
  'register.already-patron:new-pin': ['PUT patrons/me/pin'],
  'recover.which:library': ['GET user-ids', 'POST user-id-reminders'],
  'recover.which:pin': ['PUT patrons/me/pin', 'POST pin-resets'],
  'recover.library:login': ['GET user-ids'],
  'recover.library:email': ['POST user-id-reminders'],
  'recover.pin:login': ['PUT patrons/me/pin'],
  'recover.pin:email': ['POST pin-resets'],
  'recover.user-ids:email': ['POST user-ids'],
  'login.card:forgot-user-id': RECOVERY,
  'login.unsupported:guest': ['POST guest-orders'],
  'login.my-libraries:add': ['PUT profiles/me/libraries/{id}'],
};

/** What a gateway's capabilities leave to choose from. */
export function offersOf({ calls, mailsPinLink }: OfferedCalls): IsOffered {
  const known = new Set(calls.filter((call) => mailsPinLink || call !== 'POST pin-resets'));
  if (!known.has(BASIC)) return () => true;
  return (what) => NEEDS[what]?.some((call) => known.has(call)) ?? true;
}
