import { parseDsn } from '../../message/dsn/read.ts'
import type { DsnRecipient } from '../../message/dsn/dsn.ts'
import type { CheckFinding } from './checked.ts'
import type { Lines } from './findings.ts'
import type { OpenedMessage } from './opened.ts'

/** Recipients whose fate is said: a limit of ours. */
const MOST = 20

/** What a report says became of a message, which is why people paste one. Empty for other messages. */
export function bounceFindings(
  { message, readable, file }: OpenedMessage,
  lines: Lines,
): readonly CheckFinding[] {
  const { dsn } = parseDsn(message)
  return (dsn?.recipients ?? []).slice(0, MOST).flatMap((one): CheckFinding[] => {
    if (one.action !== 'failed' && one.action !== 'delayed') return []
    const { span } = one.diagnosticCode ?? one.status ?? one
    return [
      {
        text: Number(file),
        severity: one.action === 'failed' ? 'error' : 'warning',
        place: lines.place(readable.place(span)),
        message: sentence(one, dsn?.reportingMta?.value),
        source: one.status?.source ?? { rfc: 3464, section: '2.3.3' },
        fixes: [],
      },
    ]
  })
}

function sentence(
  { action, finalRecipient, remoteMta, status, diagnosticCode }: DsnRecipient,
  reporting: string | undefined,
): string {
  const code = (text: string) =>
    `\`${text.replaceAll('`', '’').replace(/\s+/g, ' ').slice(0, 300)}\``
  const who = remoteMta ? code(remoteMta.value) : reporting ? code(reporting) : 'A server'
  const whom = finalRecipient ? ` for ${code(finalRecipient.value)}` : ''
  const did =
    action === 'failed'
      ? `${who} did not take the message${whom}`
      : `The message${whom} still waits: ${who} has not taken it yet`
  const said = diagnosticCode ? ` It said: ${code(diagnosticCode.value)}.` : ''
  return `This is a report about another message. ${did}.${said}${status ? ` ${status.meaning}` : ''}`
}
