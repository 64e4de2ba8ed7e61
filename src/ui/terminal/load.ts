let loading: Promise<typeof import('./terminal.ts')> | undefined

/** Fetches the terminal's code once; a page that will need it asks early. */
export function loadTerminal(): Promise<typeof import('./terminal.ts')> {
  loading ??= import('./terminal.ts')
  return loading
}
