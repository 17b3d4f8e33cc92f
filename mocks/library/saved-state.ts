import * as z from 'zod/mini';
import { MAIL_KINDS, type Card } from '../../src/server/ports.js';
import type { MemoryStore } from '../../src/server/store/memory-store.js';
import { CARDS } from '../directory/cards.js';
import { findPersona } from '../personas.js';
import type { Mailbox } from './mailbox.js';
import { newPatron, type MockPatron } from './patrons.js';

/** What is kept of a mock library. */
export interface SavedParts {
  readonly store: MemoryStore;
  readonly mailbox: Mailbox;
  readonly patrons: Map<string, MockPatron>;
  readonly profiles: Map<string, Card[]>;
}

/** Whose card at which library: its user ID may be a CPR number. */
const card = z.object({ library: z.string(), subject: z.string() });
const expiring = <T extends z.ZodMiniType>(value: T) => z.array(z.tuple([z.string(), value, z.number()]));

/**
 * What outlives a page load when the library system runs in the page itself: that a mailbox was proved, which mails were sent, and who has
 * registered, by persona. No PIN (nor the mails that hold one) and no CPR number; sessions end with the page.
 */
const savedSchema = z.object({
  applications: z.number(),
  mails: z._default(
    z.array(
      z.object({
        id: z.number(),
        to: z.string(),
        kind: z.enum(MAIL_KINDS),
        subject: z.string(),
        text: z.string(),
        code: z.optional(z.string()),
        link: z.optional(z.string()),
        sentAt: z.number(),
      }),
    ),
    [],
  ),
  mailboxProofs: expiring(z.object({})),
  pinLinks: expiring(z.object({ subject: z.string(), email: z.string(), expiresAt: z.number(), used: z.boolean() })),
  profiles: z._default(z.array(z.tuple([z.string(), z.array(card)])), []),
  linkIntents: z._default(expiring(z.object({ card, codeChallenge: z.string() })), []),
  patrons: z.array(
    z.object({
      subject: z.string(),
      status: z.enum(['active', 'lapsed', 'blocked']),
      reason: z.optional(z.string()),
      card: z.string(),
      email: z.optional(z.string()),
      emailVerified: z.boolean(),
      emailUserIds: z.array(z.string()),
      branch: z.optional(z.string()),
      language: z.enum(['da', 'en']),
    }),
  ),
});

export function saveState({ store, mailbox, patrons, profiles }: SavedParts, applications: number): string {
  return JSON.stringify(
    z.parse(savedSchema, {
      applications,
      mails: mailbox.mails.filter(({ kind }) => kind !== 'pin'),
      mailboxProofs: store.entries('mailbox-proof'),
      pinLinks: store.entries('pin-link'),
      profiles: [...profiles],
      linkIntents: store.entries('link-intent'),
      patrons: [...patrons.values()],
    }),
  );
}

/** Takes over what {@link saveState} wrote, and gives the number of applications; anything else is left alone. */
export function restoreState({ store, mailbox, patrons, profiles }: SavedParts, text: string | null): number | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
  const { data } = savedSchema.safeParse(value);
  if (!data) return undefined;
  mailbox.restore(data.mails);
  // Put at once: in memory nothing waits.
  for (const [key, , expiresAt] of data.mailboxProofs) void store.put('mailbox-proof', key, {}, expiresAt);
  for (const [key, link, expiresAt] of data.pinLinks) void store.put('pin-link', key, link, expiresAt);
  const known = ({ library, subject }: z.infer<typeof card>): Card[] =>
    CARDS.filter((one) => one.library === library && one.subject === subject).map(({ userId }) => ({ library, userId, subject }));
  for (const [subject, cards] of data.profiles) profiles.set(subject, cards.flatMap(known));
  for (const [key, kept, expiresAt] of data.linkIntents) {
    const [own] = known(kept.card);
    if (own) void store.put('link-intent', key, { ...kept, card: own }, expiresAt);
  }
  for (const patron of data.patrons) {
    const persona = findPersona(patron.subject);
    if (!persona) continue;
    const before = patrons.get(patron.subject) ?? newPatron({ subject: persona.id, ...persona.claims });
    patrons.set(patron.subject, { ...before, ...patron });
  }
  return data.applications;
}
