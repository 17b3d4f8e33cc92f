import type { SignupConfigInput } from 'library-signup';
import { Signup } from './signup';

// Read when the page is asked for: the server knows the configuration, and hands it on as a property.
export const dynamic = 'force-dynamic';

export default function Page() {
  const config = JSON.parse(process.env.SIGNUP_CONFIG ?? 'null') as SignupConfigInput;
  return (
    <main>
      <h1>The library</h1>
      <Signup config={config} />
    </main>
  );
}
