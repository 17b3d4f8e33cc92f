/** What was found: `wrong` ends the program with 1, `unsure` is for a person to look at. */
export interface Finding {
  readonly kind: 'wrong' | 'unsure' | 'right';
  /** What was looked at. */
  readonly about: string;
  readonly text: string;
}

export class Findings {
  readonly all: Finding[] = [];

  wrong(about: string, text: string): void {
    this.all.push({ kind: 'wrong', about, text });
  }

  unsure(about: string, text: string): void {
    this.all.push({ kind: 'unsure', about, text });
  }

  right(about: string, text: string): void {
    this.all.push({ kind: 'right', about, text });
  }

  get isFine(): boolean {
    return this.all.every(({ kind }) => kind !== 'wrong');
  }

  toString(): string {
    const signs = { wrong: '✗', unsure: '!', right: '✓' };
    return this.all.map(({ kind, about, text }) => `${signs[kind]} ${about}: ${text}`).join('\n');
  }
}
