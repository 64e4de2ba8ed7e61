import type { LabOutput } from '../lab/protocol.ts'

/** Where the Worker's script leaves what starts a host, when a page runs it. */
export const HOST_IN_PAGE = Symbol.for('helo-world:host')

/** The same of the script that many frames share, and its light host. */
export const LIGHT_IN_PAGE = Symbol.for('helo-world:light-host')

/** Set where another script runs the Worker's, in a Worker too: by itself it then serves no page. */
export const INSIDE = Symbol.for('helo-world:inside')

/** What a page needs of a host. */
export interface PageHost {
  receive(request: unknown): void
  stop(): void
}

export type StartHost = (send: (output: LabOutput) => void) => PageHost

/** Runs the Worker's script in the page, or in another Worker. @returns What starts a host there. */
export async function loadHostInPage(
  script: string,
  key: symbol = HOST_IN_PAGE,
): Promise<StartHost> {
  await import(/* @vite-ignore */ script)
  return (globalThis as unknown as Record<symbol, StartHost>)[key]!
}
