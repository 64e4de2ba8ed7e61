import type { Step } from '../../../core/trace.ts'
import type { SenderReport } from '../../evidence.ts'
import type { Row } from '../card.ts'

/**
 * The terms that the SPF check of a sender went through, in order. A row is called by its term; one of
 * an included record by that record's domain and the term.
 */
export function spfRows(senders: readonly SenderReport[], id: string): Row[] {
  const report = senders.find(({ sender }) => sender.id === id)
  return report ? termsOf(report.verdict.trace).map((row, at) => ({ key: `t${at}`, ...row })) : []
}

function termsOf(check: Step, included?: string): Omit<Row, 'key'>[] {
  const terms = check.steps.filter(
    ({ kind }) => kind === 'spf/mechanism' || kind === 'spf/redirect',
  )
  return terms.flatMap((step) => {
    const term = String(step.facts?.['term'] ?? '')
    const inner = step.steps.find(({ kind }) => kind === 'spf/check')
    const own =
      included === undefined
        ? { text: term, name: term }
        : { text: `${term}   in ${included}`, name: `${included} ${term}` }
    return [own, ...(inner ? termsOf(inner, String(inner.facts?.['domain'] ?? '')) : [])]
  })
}
