/**
 * Leaves the page by a form of method POST, so that what it holds is in no address, history, `Referer` or log. Only to the page's own origin.
 *
 * @throws TypeError where the address is another origin's.
 */
export function postForm(url: string, fields: Readonly<Record<string, string>>): void {
  const action = new URL(url, document.baseURI);
  if (action.origin !== location.origin) throw new TypeError(`[library-signup] ${action.href} is not on this origin`);
  const form = document.createElement('form');
  form.method = 'post';
  form.action = action.href;
  form.hidden = true;
  for (const [name, value] of Object.entries(fields)) {
    const input = document.createElement('input');
    Object.assign(input, { type: 'hidden', name, value });
    form.append(input);
  }
  document.documentElement.append(form);
  HTMLFormElement.prototype.submit.call(form);
  form.remove();
}
