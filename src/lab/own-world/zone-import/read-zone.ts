import type { Diagnostic } from '../../../core/diagnostic.ts'
import { isWithin } from '../../../core/domain.ts'
import { reportedOnce } from '../../../core/reported-once.ts'
import { parseZone } from '../../../dns/zone/parse.ts'
import type { Zone } from '../../../dns/zone/zone.ts'
import { lintZones } from '../../../lint/lint-zones.ts'
import type { WorldSpec } from '../../../world/spec.ts'
import { ownLimits } from '../own-world.ts'
import { isName } from '../rename.ts'
import { guessFormat, originOfFile, type Guess, type ZoneFormat } from './guess.ts'
import { intoZone } from './into-zone.ts'
import { offersOf, offersOfPart, type ZoneOffers } from './offers.ts'
import type { TextFault } from '../yaml-text.ts'

/** A pasted or dropped text. */
export interface ZoneToRead {
  readonly text: string
  /** Its file's name, where it has one. */
  readonly file?: string
  /** What somebody says that the zone is called. */
  readonly origin?: string
}

export type ZoneRead =
  | {
      readonly ok: true
      readonly format: ZoneFormat
      /** Empty where nothing says it: then there is no zone yet. */
      readonly origin: string
      readonly text: string
      /** Whether it is a part, and `text` the zone of that name with it. */
      readonly joins: boolean
      /** What was left out, and what was added. */
      readonly notes: readonly string[]
      readonly records: number
      /** Its first problems, and how many there are. */
      readonly problems: readonly Diagnostic[]
      readonly problemCount: number
      readonly offers?: ZoneOffers
    }
  | { readonly ok: false; readonly fault: TextFault }

/** Problems that are shown before the zone is added: all of them are in the editor then. */
const SHOWN_PROBLEMS = 20

/**
 * Reads a pasted text as a zone of the world. Never throws.
 * @param textOf The text of a zone that is there and may be edited, by its name.
 */
export function readZone(
  { text, file = '', origin }: ZoneToRead,
  world: WorldSpec,
  textOf: (origin: string) => string | undefined = () => undefined,
): ZoneRead {
  if (text.length > ownLimits.text)
    return fault(
      `A zone here has at most ${ownLimits.text.toLocaleString('en')} characters; this has ${text.length.toLocaleString('en')}.`,
    )
  if (/^\s*version:\s*STSv1\b/i.test(text))
    return fault(
      'This is the policy of MTA-STS: a file of a web server, and no zone. In the text of a host it stands under `https`.',
    )
  const guess = guessFormat(text)
  if ('message' in guess) return { ok: false, fault: guess }
  const { format } = guess
  const apex = origin || apexOf(guess, originOfFile(file))
  const found = {
    ok: true,
    format,
    origin: apex,
    joins: false,
    notes: [],
    problems: [],
    problemCount: 0,
  } as const
  if (!isName(apex)) return { ...found, text, records: 0 }
  const converted = guess.convert(apex)
  const whole = joinedWith(textOf(apex), converted.text, apex) ?? completed(converted.text, apex)
  const parsed = parseZone(whole.text, { origin: apex })
  const problems = reportedOnce(lintZones([parsed]))
  return {
    ...{ ...found, text: whole.text, joins: whole.part !== undefined },
    records: (whole.part ?? parsed.zone).records.length,
    notes: [...converted.notes.slice(0, SHOWN_PROBLEMS), ...whole.notes],
    ...{ problems: problems.slice(0, SHOWN_PROBLEMS), problemCount: problems.length },
    offers: whole.part ? offersOfPart(whole.part, world) : offersOf(parsed.zone, world),
  }
}

/** What a file is called after comes before what its records have in common, where that lies below. */
const apexOf = ({ origin, isStated = false }: Guess, file: string): string =>
  file !== '' && !isStated && isWithin(origin, file) ? file : origin || file

/** What is a zone, or a part with what it lacks or what is there. */
interface Whole {
  readonly text: string
  readonly notes: readonly string[]
  /** What was joined with the zone that is there. */
  readonly part?: Zone
}

/** A part of a zone that is there goes into it; undefined where it is none. */
function joinedWith(there: string | undefined, text: string, origin: string): Whole | undefined {
  if (there === undefined) return undefined
  const part = parseZone(text, { origin }).zone
  const { records } = part
  if (records.length === 0 || records.some(({ record }) => record.type === 'SOA')) return undefined
  const { text: joined, replaced } = intoZone(there, text, origin)
  const notes =
    replaced === 0
      ? []
      : [
          replaced === 1
            ? 'One record that was there for the same becomes a comment.'
            : `${replaced} records that were there for the same become comments.`,
        ]
  return { text: joined, notes, part }
}

/** A zone begins with its SOA record and names a name server; part of one has neither. */
function completed(text: string, origin: string): Whole {
  const { zone } = parseZone(text, { origin })
  const types = new Set(
    zone.records.flatMap(({ record }) => (record.name === origin ? [record.type] : [])),
  )
  // Where nothing belongs to the zone, its name is wrong, and more records would hide that.
  if (zone.records.length === 0) return { text, notes: [] }
  const missing = (['SOA', 'NS'] as const).filter((type) => !types.has(type))
  if (!missing.length) return { text, notes: [] }
  const lines = [
    `; ${missing.join(' and ')}: not in what was pasted`,
    ...(types.has('SOA') ? [] : ['@ 3600 SOA ns hostmaster 1 7200 900 1209600 300']),
    ...(types.has('NS') ? [] : ['@ 3600 NS ns', ...nameServer(zone.records, origin)]),
  ]
  return {
    text: `$ORIGIN ${origin}.\n$TTL 3600\n${lines.join('\n')}\n\n${text}`,
    notes: [`${missing.join(' and ')} were not there; stand-ins are on top.`],
  }
}

const nameServer = (
  records: readonly { readonly record: { readonly name: string } }[],
  origin: string,
): string[] =>
  records.some(({ record }) => record.name === `ns.${origin}`) ? [] : ['ns 3600 A 192.0.2.53']

const fault = (message: string): ZoneRead => ({
  ok: false,
  fault: { message, line: 1, column: 1 },
})
