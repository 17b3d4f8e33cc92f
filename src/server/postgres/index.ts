export { openEmbedded, openPostgres, type GatewayDatabase } from './database.js';
export { createOutbox, type Deliver, type Outbox } from './outbox.js';
export { createPostgresLibrarySystem, type Application, type PostgresLibrarySystem } from './patrons.js';
export { createPostgresStore } from './postgres-store.js';
export { createSealer, type Sealer } from './sealed.js';
