import type { StartHost } from './host-in-page.ts'

/** Set where another script runs a Worker's, in a Worker too: it then serves no page by itself. */
export const INSIDE = Symbol.for('helo-world:inside')

/** Where the script that many frames share leaves what starts a light host, when a page runs it. */
export const LIGHT_IN_PAGE = Symbol.for('helo-world:light-host')

/** Runs the script that many frames share in the page. @returns What starts a light host there. */
export async function loadLightHost(script: string): Promise<StartHost> {
  await import(/* @vite-ignore */ script)
  return (globalThis as unknown as Record<symbol, StartHost>)[LIGHT_IN_PAGE]!
}
