import type { FlowContext, Step } from '../types.js';
import { loginDictionary, loginOf } from './dictionary.js';
import { takesGuests, wantsOrderPin } from './policy.js';

/** Where the chosen library leads, by what it allows. */
type Way = 'order-pin' | 'done' | 'card' | 'method' | 'guest' | 'unsupported';

/** Screens that somebody may come back to where the card's session is gone. */
const BY_CARD: readonly (Step | null)[] = ['login.card', 'login.link-offer', 'login.belongs-to-profile'];

export function wayOf(context: FlowContext): Way {
  const { chosen, adding, purpose } = loginOf(context);
  const { session, resumeAt } = context;
  const logsIn = chosen?.policy.login === true;
  // Somebody who is logged in with MitID and orders: some libraries want their own PIN for that.
  if (session && purpose === 'order' && wantsOrderPin(context)) return 'order-pin';
  if (session && purpose === 'order' && logsIn) return 'done';
  if (logsIn) return adding || BY_CARD.includes(resumeAt) ? 'card' : 'method';
  return purpose === 'order' && takesGuests(context) ? 'guest' : 'unsupported';
}

const WAYS: readonly Way[] = ['order-pin', 'done', 'card', 'method', 'guest', 'unsupported'];

export const arriving = loginDictionary.createStateConfig({
  always: WAYS.map((way) => ({ guard: ({ context }: { context: FlowContext }) => wayOf(context) === way, target: way }) as const),
  exit: { type: 'resumeAt', params: { step: null } },
});
