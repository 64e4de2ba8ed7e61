import { parseZoneWith, type ParsedZone, type ParseOptions } from './parse-with.ts'
import { wholeLanguage } from './whole-language.ts'

export { MAX_ZONE } from './second-look.ts'
export type { ParsedZone, ParseOptions } from './parse-with.ts'

/**
 * Reads a master file (RFC 1035 §5). Takes any text, never throws, and takes linear time. A record
 * with an error is left out of the zone, and reading goes on behind it.
 */
export function parseZone(text: string, options: ParseOptions): ParsedZone {
  return parseZoneWith(wholeLanguage, text, options)
}
