import type { DmarcVerdict, Identifier } from '../../auth/dmarc/evaluate.ts'
import type { Step } from '../../core/trace.ts'

/** One identifier beside the domain in `From`. */
export interface AlignmentRow {
  readonly what: 'SPF' | 'DKIM'
  readonly domain: string
  /** The SPF or DKIM result for it. */
  readonly result: string
  /** Absent where DMARC did not come to compare. */
  readonly mode?: 'relaxed' | 'strict'
  readonly aligned: boolean
  /** A sentence: why it is aligned, or why not. */
  readonly why: string
}

/** What DMARC judges of a message: an `Authentication` is one. */
export interface Judged {
  readonly spf: Identifier
  readonly dkim: { readonly signatures: readonly Identifier[] }
  readonly dmarc: DmarcVerdict
}

/** SPF's domain and those of the signatures, each compared with `From`. */
export function alignmentRows({ spf, dkim, dmarc }: Judged): AlignmentRow[] {
  const identifiers = [
    { what: 'SPF' as const, domain: spf.domain, result: spf.result },
    ...dkim.signatures.map(({ domain, result }) => ({ what: 'DKIM' as const, domain, result })),
  ]
  const { alignment } = dmarc
  const compared = alignment.spf ? [alignment.spf, ...alignment.dkim] : []
  const texts = authorTrace(dmarc).steps.filter(({ kind }) => kind === 'dmarc/alignment')
  return identifiers.map((identifier, at) => ({
    ...identifier,
    ...(compared[at] && { mode: compared[at].mode }),
    aligned: compared[at]?.aligned ?? false,
    why: texts[at]?.text ?? 'Not compared: there was no record to ask for it.',
  }))
}

/** Where `From` names several domains, the trace of the one that the verdict is about. */
export const authorTrace = ({ trace, authorDomain }: DmarcVerdict): Step =>
  trace.steps.find(
    ({ kind, facts }) => kind === 'dmarc' && facts?.['authorDomain'] === authorDomain,
  ) ?? trace

/** Domains whose walk was asked for: the author's, then those of other domains that passed. */
export function walkStarts({ dmarc }: Pick<Judged, 'dmarc'>): string[] {
  const { alignment, authorDomain } = dmarc
  const compared = [...(alignment.spf ? [alignment.spf] : []), ...alignment.dkim]
  const others = compared.filter(({ organizationalDomain }) => organizationalDomain !== undefined)
  return authorDomain ? [...new Set([authorDomain, ...others.map(({ domain }) => domain)])] : []
}
