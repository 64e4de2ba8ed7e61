import { parentName } from './names.ts'

/** The nearest origin that is the name itself or stands above it. */
export function originAbove(name: string, origins: ReadonlySet<string>): string | undefined {
  for (let at = name; ; at = parentName(at)) {
    if (origins.has(at)) return at
    if (at === '') return undefined
  }
}
