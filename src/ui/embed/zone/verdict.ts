import { words } from '#words/embed'
import type { Verdict, VerdictDetail } from '../../../embed/protocol.ts'
import type { SnippetFindings, SnippetText } from '../../../lab/snippet/snippet.ts'
import { reportedOnce } from '../../../core/reported-once.ts'

/** Findings that are reported: a limit of ours. */
const MOST = 100

/** What is reported of a judgement. @param parts What was judged. */
export function verdictOf(found: SnippetFindings, parts: readonly SnippetText[]): Verdict {
  const diagnostics = reportedOnce(found.diagnostics)
  const details = [
    ...diagnostics.slice(0, MOST).map(({ code, severity, message, file, span }): VerdictDetail => {
      const { name, text } = parts[Number(file)] ?? { name: '', text: '' }
      return {
        ...{ code, result: severity, text: message },
        line: text.slice(0, span.from).split('\n').length,
        ...(name && { part: name }),
      }
    }),
    ...found.senders.map(({ result, reason, ip, mailFrom }): VerdictDetail => ({
      ...{ code: 'spf', result, text: `${ip} ${mailFrom}: ${reason}` },
    })),
  ]
  const isFault =
    diagnostics.some(({ severity }) => severity === 'error') ||
    found.parts.some(({ kind }) => kind === 'unknown') ||
    found.senders.some(({ result }) => ['fail', 'permerror', 'unread'].includes(result))
  const isWarning =
    diagnostics.some(({ severity }) => severity === 'warning') ||
    found.senders.some(({ result }) => result !== 'pass')
  return {
    result: isFault ? 'fault' : isWarning ? 'warning' : 'ok',
    text: words.found(diagnostics.length),
    details,
  }
}
