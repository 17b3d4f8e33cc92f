export { createGateway, type Gateway, type GatewayOptions } from './gateway.js';
export { createSeveralBrokers } from './brokers/several.js';
export type { AssuranceLevel, Claims } from './brokers/claims.js';
export { mailText } from './mail/texts.js';
export { fieldProblem, GatewayProblem, type ProblemFacts } from './problem.js';
export { createMemoryStore, type MemoryStore } from './store/memory-store.js';
export type { Records, RecordKind, Store, StoredAnswer } from './store/store.js';
export type {
  Broker,
  Card,
  CodeProof,
  Directory,
  HostProof,
  Identity,
  LibraryProfile,
  LibrarySystem,
  Log,
  Mailer,
  MailKind,
  MailRequest,
  NewChild,
  NewPatron,
  Patron,
  Profiles,
} from './ports.js';
