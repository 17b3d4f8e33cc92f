import { normalizeCpr } from '../../domain/cpr.js';
import { isActive, type GatewayContext, type Tasks } from '../context.js';
import { opaque, sha256 } from '../secrets.js';
import { newPin } from './pins.js';
import { userIdsOf } from './user-ids.js';

const HOUR = 3_600_000;

/** What is done after the answer, for those who are known. */
export function taskRules({ library, librarySystem, store, mail, now }: GatewayContext): Tasks {
  const { changePin, findByEmail, findByUserId, mailPinLink } = librarySystem;
  const activeByEmail = async (email: string) => ((await findByEmail?.call(librarySystem, email)) ?? []).filter(isActive);
  return {
    'order-pin': async ({ identity, userId = '' }) => {
      const patron = identity
        ? await librarySystem.find(identity)
        : await findByUserId?.call(librarySystem, /^[\d\s-]+$/.test(userId) ? normalizeCpr(userId) : userId);
      if (!isActive(patron) || patron.email === undefined) return;
      const pin = newPin(library.pin, patron.birthDate);
      await changePin?.call(librarySystem, patron, pin);
      await mail.send({ to: patron.email, kind: 'pin', language: patron.language, values: { code: pin } });
    },
    'mail-pin-link': async ({ email }) => {
      if (mailPinLink) return mailPinLink.call(librarySystem, email);
      for (const patron of await activeByEmail(email)) {
        const token = opaque();
        const link = { subject: patron.id, email, expiresAt: now() + HOUR, used: false };
        await store.put('pin-link', await sha256(token), link, now() + 48 * HOUR);
        const url = new URL(library.pageUrl);
        url.hash = new URLSearchParams({ 'pin-reset': token }).toString();
        await mail.send({ to: email, kind: 'pin-link', language: patron.language, values: { link: url.href } });
      }
    },
    'remind-user-id': async ({ email }) => {
      // One mail for each patron with the address: a family may share it.
      for (const patron of await activeByEmail(email)) {
        const text = userIdsOf(patron)
          .map(({ hint }) => hint)
          .join(', ');
        await mail.send({ to: email, kind: 'user-ids', language: patron.language, values: { text } });
      }
    },
    'mail-code': async ({ email, code }) => {
      if (code !== null) await mail.send({ to: email, kind: 'code', language: 'da', values: { code } });
    },
  };
}
