import type { SignupEvents } from '../events.js';
import type { LibrarySignup } from '../library-signup.js';

/** What a framework sets as properties. Each is optional: the element has a default for all of them. */
export type SignupProperties = Partial<
  Pick<
    LibrarySignup,
    | 'configSrc'
    | 'config'
    | 'flow'
    | 'audience'
    | 'provider'
    | 'library'
    | 'purpose'
    | 'handoverChallenge'
    | 'order'
    | 'publicComputer'
    | 'inspect'
    | 'identity'
  >
>;

/** What is written in markup. */
export interface SignupAttributes {
  'config-src'?: string | null;
  flow?: LibrarySignup['flow'];
  audience?: string | null;
  provider?: string | null;
  library?: string | null;
  purpose?: LibrarySignup['purpose'];
  'handover-challenge'?: string | null;
  'public-computer'?: boolean;
}

/** A listener for each event, by the name that a framework gives it: `Prefix` before the event's own. */
export type SignupListeners<Prefix extends string> = {
  [Name in keyof SignupEvents as `${Prefix}${Name}`]?: (event: SignupEvents[Name]) => void;
};
