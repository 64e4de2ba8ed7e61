import type { Resolver } from '../../core/dns.ts'
import { createResolver } from '../../dns/resolver.ts'
import { parseZone } from '../../dns/zone/parse.ts'
import type { ZoneText } from '../../dns/zone/zone-text.ts'
import {
  alignmentRows,
  authorTrace,
  walkStarts,
  type AlignmentRow,
  type Judged,
} from '../views/alignment.ts'
import { compareModes, type ModeComparison } from '../views/dmarc-modes.ts'
import { lookupsOf, walkFrom, type Walk } from '../views/dmarc-walk.ts'
import type { Question } from './question.ts'

/** How DMARC came to its verdict. */
export interface DmarcJudgement {
  readonly rows: readonly AlignmentRow[]
  readonly walks: readonly Walk[]
  /** Absent where no domain in `From` can be judged. */
  readonly comparison?: ModeComparison
}

/** What DMARC found, with what it can be worked out from again. */
export interface JudgedMessage {
  readonly judged: Judged
  /** The DNS that the other edition of DMARC asks. */
  readonly zones: readonly ZoneText[]
}

/** Asked with the verdicts on a message: an `Authentication` has them. */
export const dmarcJudgement: Question<JudgedMessage, DmarcJudgement> = {
  answer({ judged, zones }) {
    const lookups = lookupsOf(authorTrace(judged.dmarc))
    const comparison = compareModes(judged, resolverOf(zones))
    return {
      rows: alignmentRows(judged),
      walks: walkStarts(judged).map((start) => walkFrom(start, lookups)),
      ...(comparison && { comparison }),
    }
  },
}

const resolverOf = (zones: readonly ZoneText[]): Resolver =>
  createResolver(zones.map(({ text, ...named }) => parseZone(text, named).zone))
