import type { KnownDifference, Oracle, Report } from './suite.ts'

export interface Rendered {
  readonly lines: readonly string[]
  readonly failed: boolean
}

/** A line an oracle, then each known reason with its count, then each open difference in full. */
export function renderReport({ name, apt, known }: Oracle, report: Report | undefined): Rendered {
  if (!report)
    return { lines: [`${name}: skipped, not installed (apt-get install ${apt})`], failed: false }
  const { version, compared, differences } = report
  const open = differences.filter((difference) => !difference.known.length)
  const reasons = known.flatMap((reason) => {
    const count = differences.filter((difference) => difference.known.includes(reason.code)).length
    return count ? [renderReason(count, reason)] : []
  })
  const summary = [
    `${name} ${version}: ${compared} compared`,
    `identical ${compared - differences.length} of ${compared}`,
    `${differences.length - open.length} differ for ${reasons.length} known reasons`,
    ...(open.length ? [`${open.length} unexplained`] : []),
  ].join(', ')
  return { lines: [summary, ...reasons, ...open.map(({ text }) => text)], failed: open.length > 0 }
}

const renderReason = (count: number, { code, rfc, section, reason }: KnownDifference): string =>
  `${String(count).padStart(6)} ${code}${rfc === undefined ? '' : ` (RFC ${rfc} §${section})`}: ${reason}`
