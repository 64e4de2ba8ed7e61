import type { Diagnostic } from '../../core/diagnostic.ts'

/** Names out of the zone that are more than a slip. */
const MANY = 3

/**
 * The zone in whose text another zone stands: its SOA record is of another name, or many names are out of it.
 * @param origins Of the zones that may be edited.
 */
export function strayZone(
  diagnostics: readonly Diagnostic[],
  origins: readonly string[],
): string | undefined {
  const outside = diagnostics.filter(({ code }) => code === 'zone/out-of-zone')
  return origins.find((origin) => {
    const own = outside.filter(({ file }) => file === `${origin}.zone`)
    return own.length >= MANY || own.some(({ message }) => message.startsWith('This file is'))
  })
}
