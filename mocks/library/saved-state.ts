import * as z from 'zod/mini';
import { MAIL_KINDS } from './mail.js';
import { findPersona } from '../personas.js';
import { newPatron, type CardLogin, type LibraryState } from './state.js';

/**
 * What outlives a page load when the library system runs in the page itself: that a mailbox was proved, which mails were sent, and who has
 * registered, by persona. No PIN (nor the mails that hold one) and no CPR number; sessions end with the page.
 */
/** Whose card at which library: its user ID may be a CPR number. */
const card = z.object({ library: z.string(), subject: z.string() });
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
  mailboxProofs: z.array(z.tuple([z.string(), z.number()])),
  pinLinks: z.array(z.tuple([z.string(), z.object({ subject: z.string(), expiresAt: z.number(), used: z.boolean() })])),
  profiles: z._default(z.array(z.tuple([z.string(), z.array(card)])), []),
  linkIntents: z._default(z.array(z.tuple([z.string(), z.object({ card, codeChallenge: z.string(), expiresAt: z.number() })])), []),
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

export function saveState({ applications, mailbox, mailboxProofs, pinLinks, patrons, profiles, linkIntents }: LibraryState): string {
  return JSON.stringify(
    z.parse(savedSchema, {
      applications,
      mails: mailbox.mails.filter(({ kind }) => kind !== 'pin'),
      mailboxProofs: [...mailboxProofs],
      pinLinks: [...pinLinks],
      profiles: [...profiles],
      linkIntents: [...linkIntents],
      patrons: [...patrons.values()],
    }),
  );
}

/** Takes over what {@link saveState} wrote; anything else is left alone. */
export function restoreState(state: LibraryState, text: string | null): void {
  let value: unknown;
  try {
    value = JSON.parse(text ?? '');
  } catch {
    return;
  }
  const { data } = savedSchema.safeParse(value);
  if (!data) return;
  state.applications = data.applications;
  state.mailbox.restore(data.mails);
  for (const [proof, expiresAt] of data.mailboxProofs) state.mailboxProofs.set(proof, expiresAt);
  for (const [token, link] of data.pinLinks) state.pinLinks.set(token, link);
  const known = ({ library, subject }: z.infer<typeof card>): CardLogin[] =>
    state.cards.filter((one) => one.library === library && one.subject === subject).map(({ userId }) => ({ library, userId, subject }));
  for (const [subject, cards] of data.profiles) state.profiles.set(subject, cards.flatMap(known));
  for (const [intent, kept] of data.linkIntents) {
    const [own] = known(kept.card);
    if (own) state.linkIntents.set(intent, { ...kept, card: own });
  }
  for (const patron of data.patrons) {
    const persona = findPersona(patron.subject);
    if (!persona) continue;
    const before = state.patrons.get(patron.subject) ?? newPatron({ subject: persona.id, ...persona.claims });
    state.patrons.set(patron.subject, { ...before, ...patron });
  }
}
