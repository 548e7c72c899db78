/** The parts of `app` used here. */
export interface PlacedApp {
  setPath(name: 'userData' | 'sessionData', path: string): void;
}

/**
 * Decides where this user's settings, caches and archives lie. Called before Electron is ready: the lock, Chromium's
 * profile and the key ring's own file all go where `userData` is then.
 */
export function placeProfile(_app: PlacedApp, _process: { readonly env: NodeJS.ProcessEnv }): void {
  // Electron's own choice stands.
}
