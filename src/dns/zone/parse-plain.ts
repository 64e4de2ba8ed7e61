import { plainTypes } from '../plain-types.ts'
import { txt } from '../records/txt.ts'
import { parseZoneWith, type ParsedZone, type ParseOptions } from './parse-with.ts'
import type { ZoneLanguage } from './state.ts'

const byNumber = new Map(plainTypes.map((format) => [format.number, format]))

/**
 * Reads a zone without the code for what most zones do without: types whose data are only kept, rare
 * directives, and lines in which the writing itself is wrong.
 * @returns What `parseZone` returns; `undefined` where the zone needs more.
 */
export function parsePlainZone(text: string, options: ParseOptions): ParsedZone | undefined {
  let isPlain = true
  const needMore = (): false => (isPlain = false)
  const language: ZoneLanguage = {
    formatOf: (type) => byNumber.get(type) ?? (needMore() || txt),
    ...{ checkFile: needMore, checkText: needMore, checkMarks: needMore },
    ...{ reportNoType: needMore, readDirective: needMore, reportOutside: needMore },
  }
  const parsed = parseZoneWith(language, text, options)
  return isPlain ? parsed : undefined
}
