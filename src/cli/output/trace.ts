import { wrapText } from '../../core/text/columns.ts'
import type { Outcome, Step } from '../../core/trace.ts'
import { sectionLabel } from '../../core/section.ts'
import { printable, type Tone } from './paint.ts'
import type { Setting } from './finding.ts'

const MARKS: Readonly<Record<Outcome, readonly [sign: string, tone: Tone]>> = {
  pass: ['✓', 'green'],
  fail: ['✗', 'red'],
  error: ['!', 'red'],
  continue: ['·', 'faint'],
  note: ['·', 'faint'],
}

/** An evaluation as an indented tree: what was looked at, what was asked, what came of it. */
export const drawTrace = (root: Step, setting: Setting): string =>
  drawStep(root, '', '', setting).join('\n')

function drawStep(step: Step, lead: string, below: string, setting: Setting): string[] {
  const [sign, tone] = MARKS[step.outcome]
  const section = step.source ? ` (${sectionLabel(step.source)})` : ''
  const inner = `${below}${step.steps.length > 0 ? '│ ' : '  '}`
  const text = printable(`${step.text}${section}`)
  const first = `${lead}${setting.paint(tone, sign)} `
  const rows = step.steps.flatMap((one, at) => {
    const isLast = at === step.steps.length - 1
    return drawStep(
      one,
      `${below}${isLast ? '└─' : '├─'}`,
      `${below}${isLast ? '  ' : '│ '}`,
      setting,
    )
  })
  return [...wrapText(text, inner, setting.width, first), ...rows]
}
