import { countOf, shareAnswered, type JudgedMutant, type MutantProof } from './prove-mutants.ts'

/** Every mistake that has no answer, or one that is wrong; or only how many there are. */
export type Detail = 'counts' | 'each'

/** What became of a lesson's mutants, in lines. */
export function reportMutants({ made, judged }: MutantProof, detail: Detail): string[] {
  if (made === 0)
    return ['mutants 0: its solution has no place for a small mistake that we can make']
  const counts = {
    mutants: judged.length < made ? `${judged.length} of ${made}` : made,
    answered: `${Math.floor(shareAnswered(judged) * 100)} %`,
    unanswered: countOf(judged, 'unanswered'),
    wrong: countOf(judged, 'wrong'),
    harmless: countOf(judged, 'harmless'),
  }
  const line = Object.entries(counts)
    .map(([name, count]) => `${name} ${count}`)
    .join('  ')
  const shown = judged.filter(({ result }) => result === 'wrong' || result === 'unanswered')
  return detail === 'each' ? [line, ...shown.toSorted(byResult).map(lineFor)] : [line]
}

const byResult = (a: JudgedMutant, b: JudgedMutant): number =>
  b.result.localeCompare(a.result) || a.cause.localeCompare(b.cause)

function lineFor({ result, variant, cause, what, by }: JudgedMutant): string {
  const where = variant ? `${what} (${variant})` : what
  return `${result.padEnd(11)}${cause.padEnd(20)}${where}${by ? `   ${by}` : ''}`
}
