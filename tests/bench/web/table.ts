import { alignColumns } from '../../../src/core/text/columns.ts'
import type { Unit, WebPart } from './part.ts'
import { medianOf } from '../measure.ts'
import { medianSample, saidBy, type Round } from './turns.ts'
import { verdictOn } from './verdict.ts'

type Heading = Pick<WebPart, 'group' | 'about' | 'pages' | 'figures' | 'targets'>

/** Two pages side by side: medians, the median of the rounds’ ratios, and what became of the targets. */
export function renderPart(heading: Heading, rounds: readonly Round[]): string {
  const [own, bare] = [
    medianSample(rounds.map((one) => one.own)),
    medianSample(rounds.map((one) => one.bare)),
  ]
  const rows = Object.entries(heading.figures).map(([name, unit]) => [
    name,
    writeFigure(own[name], unit),
    writeFigure(bare[name], unit),
    writeRatio(medianOf(saidBy(rounds, (own, bare) => own[name]! / bare[name]!))),
  ])
  return [
    `\n${heading.group}: ${heading.about}`,
    ...alignColumns([['', ...heading.pages, ''], ...rows], 3).map((line) => `  ${line}`),
    ...heading.targets.map((target) => `  ${verdictOn(target, rounds)}`),
  ].join('\n')
}

/** A number with its unit; a dash where there is none. */
export function writeFigure(value: number | undefined, unit: Unit | '×'): string {
  if (value === undefined || Number.isNaN(value)) return '–'
  if (value === Infinity) return 'never'
  if (unit === 'octets') return `${(value / 1024).toFixed(1)} KiB`
  if (unit === 'count') return String(value)
  if (unit === '×') return `${value.toFixed(2)} ×`
  return `${value.toFixed(Math.abs(value) < 100 ? 2 : 0)} ms`
}

const writeRatio = (ratio: number): string =>
  Number.isFinite(ratio) ? `× ${ratio.toFixed(2)}` : ''
