/**
 * Single keys of what is typed stay in the form: pages have shortcuts of one letter, and see the element as the target where a text field is. Escape, Tab
 * and keys pressed with Ctrl, Alt or Meta go on, but for AltGr, which writes.
 */
export function keepKey(event: KeyboardEvent): void {
  const { key, ctrlKey, altKey, metaKey, target } = event;
  const isModified = metaKey || ((ctrlKey || altKey) && !event.getModifierState('AltGraph'));
  const isTyped = (target as Element).matches('input:not([type=checkbox], [type=radio])') && !/^(Escape|Tab|F\d+)$/.test(key);
  if (isTyped && !isModified) event.stopPropagation();
}

/** Tells of what a password manager has put into the fields without a word, as if it had been typed. The combobox looks for itself. */
export function announceFilled(root: ParentNode): void {
  for (const field of root.querySelectorAll<HTMLInputElement>('form input:not([role])')) {
    if (field.value !== '') field.dispatchEvent(new Event('input', { bubbles: true }));
  }
}
