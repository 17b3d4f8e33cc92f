// Compiled only: the bare tag, and what TypeScript says of it.
import type { LibrarySignup } from 'library-signup';
import 'library-signup/define';
import type {} from 'library-signup/react';
import { useRef } from 'react';

export function BareTag() {
  const element = useRef<LibrarySignup>(null);
  return (
    <>
      <library-signup
        ref={element}
        config-src="/config.json"
        flow="recover"
        lang="da"
        onsignup-complete={({ detail }) => console.log(detail.outcome === 'registered')}
      />
      {/* @ts-expect-error no such flow */}
      <library-signup flow="renew" />
      <button onClick={() => element.current?.reset()}>Start over</button>
    </>
  );
}

document.addEventListener('signup-step', ({ detail }) => console.log(detail.step));
document.querySelector('library-signup')?.start();
