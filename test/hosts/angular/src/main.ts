import { Component, CUSTOM_ELEMENTS_SCHEMA, provideZonelessChangeDetection, signal } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import type { SignupDetail, SignupEvents } from 'library-signup';
import 'library-signup/define';

@Component({
  selector: 'app-root',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <main>
      <h1>The library</h1>
      <library-signup [configSrc]="'/config.json'" audience="adult" (signup-complete)="complete($event)"></library-signup>
      <p>
        Outcome: <output>{{ outcome() }}</output>
      </p>
    </main>
  `,
})
class App {
  protected readonly outcome = signal<SignupDetail<'signup-complete'>['outcome'] | ''>('');

  protected complete({ detail }: SignupEvents['signup-complete']): void {
    this.outcome.set(detail.outcome);
  }
}

bootstrapApplication(App, { providers: [provideZonelessChangeDetection()] }).catch(console.error);
