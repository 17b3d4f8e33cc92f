/** Hands a calendar to the browser as a file. A `data:` address would be refused by browsers, and by a strict page. */
export function saveCalendar(content: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type: 'text/calendar' }));
  link.download = 'library.ics';
  link.click();
  // Not at once: Safari reads the file after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
