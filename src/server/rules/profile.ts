import type { GatewayContext } from '../context.js';
import type { Card } from '../ports.js';
import { sha256 } from '../secrets.js';
import type { SessionRecord } from '../store/store.js';

export const cardKey = ({ library, userId }: Pick<Card, 'library' | 'userId'>): Promise<string> => sha256(`${library}|${userId}`);

/** Libraries of a profile: those that come by themselves, where the person is a patron, and those that were added. */
export async function profileIds(
  { profiles, librarySystem, library }: GatewayContext,
  { identity }: SessionRecord,
  subject: string,
): Promise<string[]> {
  const patron = subject === identity.subject ? await librarySystem.find(identity) : undefined;
  const own = patron?.status === 'active' ? [library.id] : [];
  const automatic = (await profiles?.automatic(subject)) ?? [];
  const added = ((await profiles?.cards(subject)) ?? []).map((card) => card.library);
  return [...new Set([...own, ...automatic, ...added])];
}

/** What a session tells of the profile: nothing where it takes an eID that this login is not. */
export async function profileOf(
  context: GatewayContext,
  session: SessionRecord,
): Promise<{ status: 'none' | 'linked' | 'withheld'; offerLink: boolean; libraries?: string[] }> {
  const { profiles, directory, store } = context;
  const { card, identity } = session;
  if (!profiles) return { status: 'none', offerLink: false };
  if (!card) {
    return (await profiles.cards(identity.subject))
      ? { status: 'linked', offerLink: false, libraries: await profileIds(context, session, identity.subject) }
      : { status: 'none', offerLink: false };
  }
  const { policy } = (await directory?.get(card.library)) ?? {};
  if (policy?.culr !== false)
    return { status: 'linked', offerLink: false, libraries: await profileIds(context, session, identity.subject) };
  if ((await profiles.ownerOf(card)) !== undefined) return { status: 'withheld', offerLink: false };
  return { status: 'none', offerLink: (await store.get('silenced-offer', await cardKey(card))) === undefined };
}
