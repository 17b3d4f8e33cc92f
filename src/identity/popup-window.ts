import type { SignupConfig } from '../contracts/config.js';

/** MitID's box is 400 × 588 px and has to be seen whole (Signicat's and Idura's rules for its use). */
const FEATURES = 'popup,width=520,height=760';
/** On phones a popup is a tab that hides the page. */
const PHONE = '(pointer: coarse) and (max-width: 40em)';

let prepared: Window | null = null;

/** Whether the page lies in a frame of another site: storage is partitioned there and no provider may be shown. */
export function isFramed(page: Window = window): boolean {
  if (page.top === page) return false;
  try {
    return page.top?.location.origin !== page.location.origin;
  } catch {
    return true;
  }
}

/**
 * Opens the empty window of popup mode. To be called inside the click, before anything is awaited, or the browser blocks it. Does nothing in redirect
 * mode, on phones and in frames.
 */
export function preparePopup({ mode }: Pick<SignupConfig['identity'], 'mode'>): void {
  if (mode !== 'popup' || isFramed() || matchMedia(PHONE).matches) return;
  dropPreparedPopup();
  prepared = window.open('', '_blank', FEATURES);
}

/** The prepared window, which is the caller's from now on; `null` when there is none or it was blocked. */
export function takePreparedPopup(): Window | null {
  const popup = prepared;
  prepared = null;
  return popup;
}

/** Closes a window that nobody took. */
export function dropPreparedPopup(): void {
  takePreparedPopup()?.close();
}
