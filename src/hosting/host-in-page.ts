import type { LabOutput } from '../lab/protocol.ts'

/** Where the Worker's script leaves what starts a host, when a page runs it. */
export const HOST_IN_PAGE = Symbol.for('helo-world:host')

/** What a page needs of a host. */
export interface PageHost {
  receive(request: unknown): void
  stop(): void
}

export type StartHost = (send: (output: LabOutput) => void) => PageHost

/** Runs the Worker's script in the page. @returns What starts a host there. */
export async function loadHostInPage(script: string): Promise<StartHost> {
  await import(/* @vite-ignore */ script)
  return (globalThis as unknown as Record<symbol, StartHost>)[HOST_IN_PAGE]!
}
