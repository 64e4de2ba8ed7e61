import { labelsOf, MAX_LABEL, MAX_NAME, normalizeName } from '../../core/domain.ts'
import { toALabels } from '../../core/idna.ts'
import type { ComposerId, Said, Values } from '../compose/composer.ts'
import { domainGiven } from '../compose/given.ts'
import { composerOf } from '../compose/index.ts'
import { leftOut } from '../compose/left-out.ts'
import { judge, zoneLines, type ComposedFinding } from '../compose/judge.ts'
import { rampOf, type Ramp, type RampAsked } from '../compose/ramp.ts'
import type { LinkedText } from '../link/link.ts'
import type { Question } from './question.ts'

/** What is chosen on the page. */
export interface ComposeAsked {
  readonly id: ComposerId
  /** As typed. */
  readonly domain: string
  readonly values: Values
  /** The other kinds of record that were written too: they are judged together. */
  readonly beside: readonly { readonly id: ComposerId; readonly values: Values }[]
  /** For DMARC: the way up. */
  readonly ramp?: RampAsked
}

/** What came of it, and what there is to say of it. */
export interface ComposedRecord {
  /** As the zone has it: ASCII, in lower case. Absent where what was typed is no domain. */
  readonly domain?: string
  /** Lines of the zone; empty while something is missing. */
  readonly zone: string
  /** The lines of the other kinds. */
  readonly others: string
  readonly files: readonly LinkedText[]
  readonly meaning: readonly Said[]
  readonly notes: readonly Said[]
  readonly findings: readonly ComposedFinding[]
  readonly ramp?: Ramp
}

/** A record made of choices, with what lint says of it. */
export const composedRecord: Question<ComposeAsked, ComposedRecord> = {
  answer({ id, domain: typed, values, beside, ramp: asked }) {
    const domain = domainOf(typed)
    if (domain === undefined)
      return { zone: '', others: '', files: [], meaning: [], notes: [], findings: [] }
    const composed = composerOf(id).compose(values, domain)
    const others = beside.map((one) => composerOf(one.id).compose(one.values, domain))
    const lines = others.map(zoneLines).join('')
    const ramp = id === 'dmarc' && asked ? rampOf(values, asked) : undefined
    return {
      domain,
      zone: zoneLines(composed),
      others: lines,
      files: composed.files,
      meaning: composed.meaning,
      notes: [...leftOut(composerOf(id), values), ...ofWebServer(domain), ...composed.notes],
      findings: judge(composed, domain, lines),
      ...(ramp && { ramp }),
    }
  },
}

/** Mail seldom has the name of a web server behind the `@`. */
function ofWebServer(domain: string): Said[] {
  const [, rest] = /^www\.(.+\..+)$/.exec(domain) ?? []
  if (rest === undefined) return []
  return [
    {
      text: `These lines are about mail from \`@${domain}\` alone. Yours is likely from \`@${rest}\`: then write that name above.`,
    },
  ]
}

/** The name in ASCII; undefined where the DNS could not hold it. */
function domainOf(typed: string): string | undefined {
  const name = toALabels(normalizeName(domainGiven(typed.slice(0, 4 * MAX_NAME)).trim()))
  if (name === undefined || name.length > MAX_NAME) return undefined
  const labels = labelsOf(name)
  const isSound = labels.every(
    (label) => /^[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?$/.test(label) && label.length <= MAX_LABEL,
  )
  return labels.length > 1 && isSound ? name : undefined
}
