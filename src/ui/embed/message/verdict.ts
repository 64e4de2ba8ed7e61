import { words } from '#words/explained-message'
import type { Verdict } from '../../../embed/protocol.ts'
import type { MessageProblems } from '../../../lab/types.ts'

/** Findings that are reported: a limit of ours. */
const MOST = 100

/** What the page around learns of a message: its problems. */
export function verdictOf({ problems, text }: MessageProblems): Verdict {
  const has = (severity: string) => problems.some((one) => one.severity === severity)
  return {
    result: has('error') ? 'fault' : has('warning') ? 'warning' : 'ok',
    text: words.found(problems.length),
    details: problems.slice(0, MOST).map(({ code, severity, message, span }) => ({
      ...{ code, result: severity, text: message },
      line: text.slice(0, span.from).split('\n').length,
    })),
  }
}
