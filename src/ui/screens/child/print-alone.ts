/** Everything of the page that the element is not in is left out when its form is printed. Not the element's light children: those are the host's. */
const RULE = `@media print {
  :root:has([step='register.child-form']) :is(body, body *):not(:has([step='register.child-form']), [step='register.child-form']) { display: none !important; }
  :has([step='register.child-form']) {
    display: block !important; position: static !important; margin: 0 !important; padding: 0 !important; border: 0 !important;
    max-inline-size: none !important; min-block-size: 0 !important; background: none !important; color-scheme: light !important; box-shadow: none !important;
  }
}`;
let adopted = false;

/** Lets the page print the form alone. A constructed style sheet, because a page may refuse inline ones; without effect while no form is shown. */
export function printAlone(): void {
  if (adopted) return;
  adopted = true;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(RULE);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
