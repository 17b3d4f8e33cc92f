/** Where a key takes the option in focus (-1: none), round at the ends; `null` for a key that is not the list's. */
export function moveInList(key: string, active: number, count: number): number | null {
  if (key === 'ArrowDown') return active + 1 < count ? active + 1 : 0;
  if (key === 'ArrowUp') return (active > 0 ? active : count) - 1;
  // Without an option in focus these move the caret, as in any text field.
  if (active < 0) return null;
  return key === 'Home' ? 0 : key === 'End' ? count - 1 : null;
}
