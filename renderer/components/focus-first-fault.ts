/** After the faults are shown: the cursor goes to the first of them in the open dialog. */
export function focusFirstFault(): void {
  requestAnimationFrame(() => {
    const field = document.querySelector<HTMLElement>('dialog[open] [aria-invalid="true"]');
    field?.focus();
  });
}
