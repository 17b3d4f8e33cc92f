import type { ProviderConfig } from '../../contracts/config.js';
import { offer, type OfferedProviders } from '../identify/offered-providers.js';
import type { FlowContext } from '../types.js';

type Known = Pick<FlowContext, 'config' | 'answers' | 'preferredProvider' | 'login' | 'session'>;

/** MitID, or what the configuration has in its place: what a profile takes. */
export function eidProviders(context: Known): OfferedProviders {
  const { providers } = context.config.identity;
  const names = Object.keys(providers).filter((name) => /^(mitid|nemid)$/.test(providers[name]?.adapter ?? ''));
  return offer(context, names, []);
}

/** What asks for user ID and PIN in a library's place: the adapter for that; else, where the page must not ask, login.bib.dk, which lets one choose there. */
export function cardProvider({ identity: { providers }, login }: Known['config']): string | undefined {
  const find = (isIt: (provider: ProviderConfig) => boolean): string | undefined =>
    Object.keys(providers).find((name) => providers[name] && isIt(providers[name]));
  return (
    find(({ adapter }) => adapter === 'library') ??
    (login?.libraryLogin === 'redirect' ? find(({ broker }) => broker === 'bibdk') : undefined)
  );
}

/** Whether a hand-off is the library's own login. Linking and a profile take an eID, also where one provider does both. */
export const goesByCard = (config: Known['config'], provider: string, { link, next }: Known['answers']): boolean =>
  provider === cardProvider(config) && link !== 'now' && next !== 'mitid';

/** Whether user ID and PIN are asked for elsewhere: where the page is not the library's, or the library wants it so. */
export const leavesForCard = (context: Known): boolean =>
  (context.config.login?.libraryLogin === 'redirect' || context.login?.chosen?.libraryLogin === 'redirect') &&
  cardProvider(context.config) !== undefined;

/** Whether one may order there without logging in. */
export const takesGuests = ({ config, login }: Known): boolean =>
  config.login?.guest === true && (login?.chosen?.policy.guestFields?.length ?? 0) > 0;

/** Whether the chosen library is the one whose page this is, and registers patrons here. */
export const registersHere = ({ config, login }: Known): boolean =>
  config.register !== undefined && login?.chosen?.id === config.library.id;

/** Whether the library wants its PIN for every order: it logs in, doesn't belong to the national profiles, and this session hasn't proved the card. */
export function wantsOrderPin({ login, session }: Known): boolean {
  const { policy, id } = login?.chosen ?? {};
  return policy?.login === true && !policy.culr && session?.provenLibraries?.includes(id ?? '') !== true;
}
