'use client';

import type { SignupConfigInput } from 'library-signup';
import { LibrarySignup } from 'library-signup/react';
import { useState } from 'react';

export function Signup({ config }: { config: SignupConfigInput }) {
  const [outcome, setOutcome] = useState<string>();
  return (
    <>
      <LibrarySignup config={config} audience="adult" onSignupComplete={({ detail }) => setOutcome(detail.outcome)} />
      <p>
        Outcome: <output>{outcome}</output>
      </p>
    </>
  );
}
