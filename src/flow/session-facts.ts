import type { Session, SessionFacts } from '../contracts/session.js';
import { ageOn, todayInCopenhagen } from '../domain/age.js';
import type { Ports } from '../ports.js';

/** Puts name and birth date into the private holder and tells the flow the rest, with an age wherever one can be known. */
export function keepSession(session: Session, { facts, clock }: Ports): SessionFacts {
  const { token: _token, person: { name, birthDate, ...person }, ...rest } = session;
  facts.set('person', { name, birthDate });
  const age = person.age ?? (birthDate === undefined ? undefined : ageOn(birthDate, todayInCopenhagen(clock.now())));
  return { ...rest, person: { ...person, ...(age === undefined ? {} : { age }) } };
}

/** Ends the session, and empties the private holder: at once but for the token that ending it takes. */
export async function endSession({ gateway, facts }: Pick<Ports, 'gateway' | 'facts'>): Promise<void> {
  const token = facts.get('token');
  facts.clear();
  if (token !== undefined) facts.set('token', token);
  await gateway.endSession();
  // Another session may have begun meanwhile.
  if (facts.get('token') === token) facts.clear('token');
}
