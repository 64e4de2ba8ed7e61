import type { Section } from '../../../core/section.ts'
import type { Authentication, CheckName, DeliveryDiagram, DeliveryRow } from '../../../lab/types.ts'

/** What one host found out about a message. */
export interface Judgement {
  readonly judge: string
  readonly authentication: Authentication
}

/** The judgements in a delivery, in their order: a host that relays may judge too. */
export function judgementsOf({ rows }: Pick<DeliveryDiagram, 'rows'>): readonly Judgement[] {
  const found = new Map<Authentication, Judgement>()
  for (const { from, detail } of rows)
    if (detail.authentication && !found.has(detail.authentication))
      found.set(detail.authentication, { judge: from, authentication: detail.authentication })
  return [...found.values()]
}

/** Where it is written what a row did: a verdict's is at the top of its trace. */
export function sourceOf({ verdict, detail }: DeliveryRow): Section | undefined {
  if (!verdict || !detail.authentication) return detail.source
  const { spf, helo, dkim, dmarc } = detail.authentication
  const judged = { SPF: spf, HELO: helo, DKIM: dkim, DMARC: dmarc }[verdict.check]
  return judged?.trace.source
}

/** A check that was asked for: of which host, and which of its checks. */
export interface OpenCheck {
  readonly authentication: Authentication
  readonly name: CheckName
}

/** The check that a row is the verdict of. */
export const checkOf = ({ verdict, detail }: DeliveryRow): OpenCheck | undefined =>
  verdict && detail.authentication
    ? { authentication: detail.authentication, name: verdict.check }
    : undefined
