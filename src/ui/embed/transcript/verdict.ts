import { words } from '#words/transcript'
import type { Verdict } from '../../../embed/protocol.ts'
import type { PlayedTranscript } from '../../../lab/types.ts'

/** Lines that are reported: a limit of ours. */
const MOST = 100

/** What the page around learns of a transcript: the lines that their protocol does not want so. */
export function verdictOf({ steps }: PlayedTranscript, text: string): Verdict {
  const odd = steps.flatMap(({ oddity, text: line, span }) =>
    oddity ? [{ oddity, line, number: text.slice(0, span.from).split('\n').length }] : [],
  )
  return {
    result: odd.length ? 'warning' : 'ok',
    text: words.found(odd.length),
    details: odd.slice(0, MOST).map(({ oddity, line, number }) => ({
      ...{ code: oddity.kind, result: 'warning', line: number },
      text: `${line}: ${words.oddities[oddity.kind]}`,
    })),
  }
}
