let allowed = true;

/** From now on only what is there already is used. */
export function forbidInstalling(): void {
  allowed = false;
}

/** Whether what is missing may be installed or built. */
export function mayInstall(): boolean {
  return allowed;
}
