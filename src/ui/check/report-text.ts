import { words } from '#words/check'
import { sectionLabel } from '../../core/section.ts'
import type { Checked, CheckFinding } from '../../lab/check/checked.ts'
import type { PageText } from './check-state.svelte.ts'

const ORDER = ['error', 'warning', 'question', 'info', 'hint'] as const

/** One line: how many of each there are. */
export function summaryOf({ findings, comparison, texts }: Checked): string {
  if (texts.every(({ kind }) => kind === 'unknown')) return words.nothingRead
  const changes = comparison?.changes.length ?? 0
  const counts = ORDER.flatMap((severity) => {
    const count = findings.filter((one) => one.severity === severity).length
    return count > 0 ? [words.counts[severity](count)] : []
  })
  return counts.length > 0 ? counts.join(', ') : changes > 0 ? '' : words.nothing
}

/** What a text is called: as it was recognized, as its file, or by its number. */
export function labelOf(text: PageText | undefined, at: number, checked?: Checked): string {
  if (text?.copy) return words.copies[text.copy]
  const name = text?.name || checked?.texts[at]?.name
  return name || words.text(at + 1)
}

const SIGNS: Readonly<Record<CheckFinding['severity'], string>> = {
  ...{ error: '✕', warning: '!', question: '?', info: '·', hint: '·' },
}

export const signOf = (severity: CheckFinding['severity']): string => SIGNS[severity]

/** All that was found, for a ticket. */
export function reportText(checked: Checked, of: readonly PageText[]): string {
  const verdicts = checked.texts.flatMap((text, at) => [
    ...text.cells.map(
      ({ what, value, note }) =>
        `${labelOf(of[at], at, checked)}: ${words.cells[what]}: ${value} (${note})`,
    ),
    ...text.verdicts.map(
      ({ method, result, reason }) =>
        `${labelOf(of[at], at, checked)}: ${words.methods[method]}: ${result}. ${reason}`,
    ),
  ])
  const findings = checked.findings.map(({ severity, text, place, message, source }) => {
    const label = labelOf(of[text], text, checked)
    const where = place && !checked.texts[text]?.isMade ? words.line(label, place.line) : label
    return `${signOf(severity)} ${where}: ${message}${source ? ` (${sectionLabel(source)})` : ''}`
  })
  const changes = (checked.comparison?.changes ?? []).map(
    ({ where, field, octet, text, who }) =>
      `≠ ${where === 'body' ? words.body : words.field(field ?? '')}, ${words.octet(octet)}: ${text} ${who}`,
  )
  return [summaryOf(checked), ...verdicts, ...changes, ...findings]
    .filter((row) => row !== '')
    .join('\n')
}
