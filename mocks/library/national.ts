import type { Card, Directory, Profiles } from '../../src/server/ports.js';
import { CARDS, PROFILES } from '../directory/cards.js';
import type { DirectorySearch } from '../directory/search.js';

/** Who has a profile before the first visit. */
export function seedProfiles(profiles: Map<string, Card[]>): void {
  profiles.clear();
  for (const [owner, userIds] of Object.entries(PROFILES)) {
    const added = CARDS.filter(({ userId }) => userIds.includes(userId));
    profiles.set(
      owner,
      added.map(({ library, userId, subject }) => ({ library, userId, subject })),
    );
  }
}

/** All libraries, and the cards of the test persons. */
export const createMemoryDirectory = (search: DirectorySearch): Directory => ({
  find: async (query, purpose, from, limit) => search.find(query, purpose, from, limit),
  get: async (id) => search.get(id),
  checkCard: async (library, userId, pin) => CARDS.find((one) => one.library === library && one.userId === userId && one.pin === pin),
  cardOf: async (library, subject) => CARDS.find((one) => one.library === library && one.subject === subject),
});

export const createMemoryProfiles = (profiles: Map<string, Card[]>, search: DirectorySearch): Profiles => ({
  cards: async (subject) => profiles.get(subject),
  automatic: async (subject) =>
    CARDS.filter((card) => card.subject === subject && search.get(card.library)?.policy.culr).map(({ library }) => library),
  ownerOf: async ({ library, userId }) =>
    [...profiles].find(([, cards]) => cards.some((card) => card.library === library && card.userId === userId))?.[0],
  create: async (subject) => void profiles.set(subject, []),
  add: async (subject, card) => void profiles.set(subject, [...(profiles.get(subject) ?? []), card]),
  remove: async (subject, card) =>
    void profiles.set(
      subject,
      (profiles.get(subject) ?? []).filter(({ library, userId }) => library !== card.library || userId !== card.userId),
    ),
});
