import { LibrarySignup } from 'library-signup/react';
import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';

function App() {
  const [outcome, setOutcome] = useState<string>();
  return (
    <main>
      <h1>The library</h1>
      <LibrarySignup configSrc="/config.json" audience="adult" onSignupComplete={({ detail }) => setOutcome(detail.outcome)}>
        <p slot="help">Ask us at the desk</p>
      </LibrarySignup>
      <p>
        Outcome: <output>{outcome}</output>
      </p>
    </main>
  );
}

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
