import type { Effect } from '../../core/effects.ts'
import { normalizeName } from '../../core/domain.ts'
import { askedName } from '../../core/idna.ts'
import type { Step } from '../../core/trace.ts'
import type { Method } from './method.ts'
import type { AlignmentMode } from './parse.ts'

/** A domain that SPF or DKIM looked at, and what came of it. */
export interface Identifier {
  readonly result: string
  /** Of the MAIL FROM address, or `d=`. */
  readonly domain: string
}

export interface Alignment {
  readonly domain: string
  /** The result of SPF or DKIM; only a `pass` can be aligned. */
  readonly result: string
  readonly mode: AlignmentMode
  readonly aligned: boolean
  /** Of the identifier, where it had to be found out. */
  readonly organizationalDomain?: string
}

export interface AlignmentFound {
  readonly alignment: Alignment
  /** No server answered a query that the result depends on. */
  readonly failed: boolean
  readonly step: Step
}

/** Whether an identifier speaks for the author domain (RFC 9989 §4.4, §4.10.2). */
export function* align(
  what: 'SPF' | 'DKIM',
  author: string,
  identifier: Identifier,
  mode: AlignmentMode,
  method: Method,
): Effect<AlignmentFound> {
  const written = normalizeName(identifier.domain)
  const domain = askedName(written)
  const { result } = identifier
  const found = (aligned: boolean, why: string, organization?: string): AlignmentFound => ({
    alignment:
      organization === undefined
        ? { domain: written, result, mode, aligned }
        : { domain: written, result, mode, aligned, organizationalDomain: organization },
    failed: false,
    step: alignmentStep(what, aligned, `${what} reports \`${result}\` for \`${written}\`${why}`),
  })
  /** Some DNS question stayed open; `same` where its answer could not matter. */
  const undecided = (same: boolean | undefined): AlignmentFound =>
    same === undefined
      ? { ...found(false, ', but a DNS question about alignment stayed open.'), failed: true }
      : same
        ? found(true, `, which belongs together with \`${author}\` whatever DNS leaves open.`)
        : found(
            false,
            `, which cannot belong together with \`${author}\`, whatever DNS leaves open.`,
          )
  if (result !== 'pass') return found(false, ': only a pass can be aligned.')
  if (domain === author) return found(true, ', the very domain in `From`.')
  if (mode === 'strict') return found(false, `, but strict alignment wants \`${author}\` itself.`)
  const mine = yield* method.organizational(author)
  const theirs = yield* method.organizational(domain)
  if (mine === undefined || theirs === undefined) return undecided(method.areOne(author, domain))
  return mine === theirs
    ? found(true, `, which belongs to \`${mine}\` as \`${author}\` does.`, theirs)
    : found(
        false,
        `, which belongs to \`${theirs}\`; \`${author}\` belongs to \`${mine}\`.`,
        theirs,
      )
}

const alignmentStep = (what: 'SPF' | 'DKIM', aligned: boolean, text: string): Step => ({
  kind: 'dmarc/alignment',
  text,
  outcome: aligned ? 'pass' : 'continue',
  source: { rfc: 9989, section: what === 'SPF' ? '4.4.2' : '4.4.1' },
  facts: { what, aligned },
  steps: [],
})
