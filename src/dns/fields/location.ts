import { badLocation } from '../zone/problems/service.ts'
import type { Column } from './columns.ts'
import type { FieldReader } from './reader.ts'

/** A place on Earth (RFC 1876 §3): latitude, longitude, altitude, and how exact they are. */
export const location: Column = {
  kind: 'other',
  read(fields) {
    const latitude = readAngle(fields, { what: 'latitude', most: 90, signs: /^[NS]$/i })
    const longitude =
      latitude && readAngle(fields, { what: 'longitude', most: 180, signs: /^[EW]$/i })
    const altitude = longitude && readMetres(fields, 'altitude', ALTITUDE)
    if (!altitude) return undefined
    const sizes: string[] = []
    for (const what of ['size', 'horizontal precision', 'vertical precision']) {
      if (fields.peek() === undefined) break
      const size = readMetres(fields, what, SIZE)
      if (!size) return undefined
      sizes.push(...size)
    }
    return [...latitude, ...longitude, ...altitude, ...sizes]
  },
}

/** Metres. */
interface Range {
  readonly least: number
  readonly most: number
}

const ALTITUDE: Range = { least: -100_000, most: 42_849_672.95 }
const SIZE: Range = { least: 0, most: 90_000_000 }

interface Angle {
  readonly what: string
  readonly most: number
  readonly signs: RegExp
}

/** Degrees, minutes and seconds, of which the last two may be left out, and the hemisphere. */
function readAngle(fields: FieldReader, angle: Angle): readonly string[] | undefined {
  const read: string[] = []
  let seconds = 0
  for (const [unit, worth] of [
    ['degrees', 3600],
    ['minutes', 60],
    ['seconds', 1],
  ] as const) {
    const word = fields.peek()
    if (unit !== 'degrees' && word && angle.signs.test(word.raw)) break
    const next = fields.take(`${angle.what} in ${unit}`)
    if (!next) return undefined
    const pattern = unit === 'seconds' ? /^\d{1,2}(?:\.\d{1,3})?$/ : /^\d{1,3}$/
    const limit = unit === 'degrees' ? angle.most + 1 : 60
    seconds += Number(next.raw) * worth
    if (!pattern.test(next.raw) || Number(next.raw) >= limit || seconds > angle.most * 3600) {
      fields.report(badLocation, next.span, `These are no ${unit} of a ${angle.what}.`)
      return undefined
    }
    read.push(next.raw)
  }
  const sign = fields.take(`side of the ${angle.what}`)
  if (!sign) return undefined
  if (angle.signs.test(sign.raw)) return [...read, sign.raw.toUpperCase()]
  const [one, other] = angle.what === 'latitude' ? ['N', 'S'] : ['E', 'W']
  fields.report(badLocation, sign.span, `Behind a ${angle.what} stands \`${one}\` or \`${other}\`.`)
  return undefined
}

function readMetres(
  fields: FieldReader,
  what: string,
  { least, most }: Range,
): readonly string[] | undefined {
  const word = fields.take(what)
  if (!word) return undefined
  const [, metres] = /^(-?\d+(?:\.\d{1,2})?)m?$/i.exec(word.raw) ?? []
  if (metres !== undefined && Number(metres) >= least && Number(metres) <= most) return [word.raw]
  fields.report(
    badLocation,
    word.span,
    `The ${what} is a number of metres from ${least} to ${most}, like \`10m\`.`,
  )
  return undefined
}
