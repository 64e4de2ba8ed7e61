/** The built files that may be looked at. */
export interface BuiltFiles {
  /** From the site's root. Their names have a digest in them. */
  readonly assets: readonly string[]
  read(file: string): string
  /** What is left out, with all that only it leads to. */
  readonly without?: readonly string[]
}

/**
 * Every file that one of these names, directly or over others, and they themselves. A name with a digest stands in
 * no file but one that fetches it: so scripts of Workers, sheets and fonts are found alike.
 */
export function reached(
  start: readonly string[],
  { assets, read, without = [] }: BuiltFiles,
): ReadonlySet<string> {
  const byName = new Map(assets.map((file) => [file.slice(file.lastIndexOf('/') + 1), file]))
  const left = new Set(without)
  const found = new Set(start)
  for (const file of found)
    for (const [name] of read(file).matchAll(/[\w.-]+\.(?:js|css|ttf|woff2?|svg|json|wasm)\b/g)) {
      const asset = byName.get(name)
      if (asset && !left.has(asset)) found.add(asset)
    }
  return found
}
