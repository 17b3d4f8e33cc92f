import './page/built-ins.js';
import './downloads/on-demand.js';

export { LibrarySignup, type HostIdentity } from './library-signup.js';
export { SignupError, type Failure, type FailureCode } from './errors.js';
export { oidcProvider } from './host-provider.js';
export type { OidcTraits } from './identity/oidc.js';
export { registerMailboxCheck, type MailboxCheck, type MailboxTools } from './identity/mailbox-check.js';
export { registerProvider, type BeginRequest, type Completion, type IdentityProvider, type ProviderFacts } from './identity/provider.js';
export { signupContext, type SignupState } from './ui/signup-context.js';
export type {
  Audience,
  BrokerName,
  Level,
  MailboxConfig,
  PinRule,
  ProviderConfig,
  SignupConfig,
  SignupConfigInput,
  SignupConfigJson,
  UserIdType,
} from './contracts/config.js';
export type { SessionRequest } from './contracts/session.js';
export type { Language, LocalizedText } from './contracts/text.js';
export type { Flow, Transaction } from './contracts/transaction.js';
export type { SignupDetail, SignupEvents } from './events.js';
export type { ElementStep, FlowEvent, Outcome, Step } from './flow/types.js';
