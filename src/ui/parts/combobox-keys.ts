/** Where a key takes the option in focus (-1: none), round at the ends; `null` for a key that is not the list's. */
export function moveInList(key: string, active: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return active >= count - 1 ? 0 : active + 1;
    case 'ArrowUp':
      return active <= 0 ? count - 1 : active - 1;
    // Without an option in focus these move the caret, as in any text field.
    case 'Home':
      return active < 0 ? null : 0;
    case 'End':
      return active < 0 ? null : count - 1;
    default:
      return null;
  }
}
