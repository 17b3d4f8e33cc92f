import { capabilitiesSchema } from '../../contracts/capabilities.js';
import { branchesSchema, servicePointsSchema } from '../../contracts/library.js';
import type { GatewayContext, Rules } from '../context.js';
import { reply } from '../reply.js';
import { directoryRules, profileRules } from './login.js';
import { handoverRules } from './handovers.js';
import { mailboxRules } from './mailboxes.js';
import { pinRules } from './pins.js';
import { registrationRules } from './registration.js';
import { sessionRules } from './sessions.js';
import { userIdRules } from './user-ids.js';

/** `PUT pin-resets/:` as the contract writes it. */
const NAMES: Readonly<Record<string, string>> = {
  'PUT pin-resets/:': 'PUT pin-resets/{token}',
  'POST mailbox-challenges/:/answers': 'POST mailbox-challenges/{challenge}/answers',
  'GET libraries/:': 'GET libraries/{id}',
  'PUT profiles/me/libraries/:': 'PUT profiles/me/libraries/{id}',
  'DELETE profiles/me/libraries/:': 'DELETE profiles/me/libraries/{id}',
};

/** Every call that this gateway answers: what its library system and ports can. */
export function allRules(context: GatewayContext): Rules {
  const { library, librarySystem, directory, profiles } = context;
  const { servicePoints } = librarySystem;
  const rules: Rules = {
    ...sessionRules(context),
    ...registrationRules(context),
    ...pinRules(context),
    ...mailboxRules(context),
    ...userIdRules(context),
    ...(directory && directoryRules(context, directory)),
    ...(directory && profiles && profileRules(context, directory, profiles)),
    ...handoverRules(context),
    'GET branches': async () => reply(200, branchesSchema, { branches: [...(await librarySystem.branches())] }),
    ...(servicePoints && {
      'GET service-points': async () => reply(200, servicePointsSchema, { servicePoints: [...(await servicePoints.call(librarySystem))] }),
    }),
  };
  const calls = ['GET capabilities', ...Object.keys(rules).map((name) => NAMES[name] ?? name)];
  return {
    ...rules,
    'GET capabilities': async () =>
      reply(200, capabilitiesSchema, {
        calls,
        userIds: [...library.userIds],
        pin: library.pin,
        mailsPinLink: 'POST pin-resets' in rules,
        tellsExpiredLink: !librarySystem.redeemPinLink,
      }),
  };
}
