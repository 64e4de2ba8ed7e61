import { words } from '#words/spf-decider'
import { joinedText, recordsOf } from '../../../core/dns.ts'
import type { Step } from '../../../core/trace.ts'
import type { SpfVerdict, ZoneText } from '../../../lab/types.ts'
import { lineOf } from '../zone-line.ts'

/** What decided about a sender, and how it is set. */
export interface Decider {
  readonly text: string
  /** Whether it is written in a record, and not words about it. */
  readonly isTerm: boolean
}

const about = (text: string): Decider => ({ text, isTerm: false })

/** The term that gave a result or, where no term did, the records or the lack of one, in a few words. */
export function deciderOf(
  { result, decidedBy, domain, trace }: Omit<SpfVerdict, 'reason'>,
  zones: readonly ZoneText[],
): Decider {
  if (decidedBy) return { text: decidedBy.text, isTerm: true }
  const lines = linesOfRecords(trace, zones)
  if (result === 'permerror' && lines.length > 1) return about(words.lines(lines))
  if (result === 'permerror') return about(words.record(domain))
  if (result === 'temperror') return about(words.noAnswer)
  return about(result === 'none' ? words.noRecord : words.noTerm)
}

/** Where the SPF records stand that the first question found (RFC 7208 §4.5). */
function linesOfRecords({ steps }: Step, zones: readonly ZoneText[]): number[] {
  const answer = steps.find(({ asked }) => asked?.question.ask === 'dns')?.asked?.answer
  if (!answer) return []
  return recordsOf(answer, 'TXT')
    .filter((record) => /^v=spf1(?: |$)/i.test(joinedText(record)))
    .flatMap(({ place }) => {
      const zone = place && zones.find(({ file }) => file === place.file)
      return zone ? [lineOf(zone.text, place).number] : []
    })
    .sort((a, b) => a - b)
}
