// The one main landmark of a page, which the skip link and page changes move focus to.
export const MAIN_ID = 'main';

export function focusMain(): void {
  document.getElementById(MAIN_ID)?.focus({ preventScroll: true });
}
