import type { Session, SessionFacts } from '../contracts/session.js';
import { ageOn } from '../domain/age.js';
import { cleanInput } from '../domain/clean-input.js';
import { todayInCopenhagen } from '../domain/copenhagen.js';
import type { Gateway, Services } from '../ports.js';

/** Puts name and birth date into the secret holder and tells the flow the rest, with an age wherever one can be known. */
export function keepSession(session: Session, { secrets, clock }: Pick<Services<unknown>, 'secrets' | 'clock'>): SessionFacts {
  const { token: _token, person, ...rest } = session;
  const { name, birthDate, ...known } = person;
  secrets.set('person', { ...(name !== undefined && { name: cleanInput(name) }), birthDate });
  const age = known.age ?? (birthDate === undefined ? undefined : ageOn(birthDate, todayInCopenhagen(clock.now())));
  return { ...rest, person: { ...known, ...(age !== undefined && { age }) } };
}

/** Ends the session, and empties the secret holder: at once, but for the token that ending it takes. */
export async function endSession(
  { secrets }: Pick<Services<unknown>, 'secrets'>,
  gateway: () => Promise<Pick<Gateway, 'endSession'>>,
): Promise<void> {
  const token = secrets.get('token');
  secrets.clear();
  if (token !== undefined) secrets.set('token', token);
  await (await gateway()).endSession();
  // Another session may have begun meanwhile.
  if (secrets.get('token') === token) secrets.clear('token');
}
