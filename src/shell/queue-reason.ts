import type { WorldEvent } from '../world/events/index.ts'
import { reasonOf, type Outcome } from '../world/outbox/outcome.ts'

/**
 * Why a message waits for a recipient, as Postfix says it: who refused, with what, and which command.
 * @param events Of the world: what of a session is not there any more is left out.
 */
export function queueReason(
  outcome: Outcome,
  recipient: string,
  events: readonly WorldEvent[],
): string {
  if (outcome.kind !== 'refused') return reasonOf(outcome)
  const { connection, remote, code, enhanced, text } = outcome
  const opened = events.findLast(
    (event) => event.type === 'opened' && event.connection === connection,
  )
  const address = opened?.type === 'opened' ? `[${opened.toAddress}]` : ''
  const verb = refusedVerb(events, { connection, code, recipient })
  const command = verb === undefined ? undefined : (COMMANDS[verb] ?? `${verb} command`)
  const reply = [code, enhanced, text].filter(Boolean).join(' ')
  return `host ${remote}${address} said: ${reply}${command ? ` (in reply to ${command})` : ''}`
}

/** How Postfix calls them. */
const COMMANDS: Readonly<Record<string, string>> = {
  MAIL: 'MAIL FROM command',
  RCPT: 'RCPT TO command',
  '.': 'end of DATA command',
}

/** The command that was refused: RCPT of this recipient, or the last one that got this code. */
function refusedVerb(
  events: readonly WorldEvent[],
  {
    connection,
    code,
    recipient,
  }: { readonly connection: number; readonly code: number; readonly recipient: string },
): string | undefined {
  const refused = events.filter(
    (event) =>
      event.type === 'command' &&
      event.connection === connection &&
      event.protocol === 'smtp' &&
      event.code === code,
  )
  const own = refused.find(
    (event) =>
      event.type === 'command' &&
      event.verb === 'RCPT' &&
      event.argument.includes(`<${recipient}>`),
  )
  const last = own ?? refused.findLast((event) => event.type === 'command' && event.verb !== 'RCPT')
  return last?.type === 'command' && last.verb !== '' ? last.verb : undefined
}
