import { clip } from '../core/text/clip.ts'
import type { WorldEvent } from '../world/events/index.ts'
import type { QueueEntry } from '../world/outbox/outbox.ts'
import type { World } from '../world/world.ts'
import type { HostSpec } from '../world/spec.ts'
import { queueReason } from './queue-reason.ts'
import { showText } from './show-text.ts'
import { formatTime } from './text/time-format.ts'

const HEAD = '-Queue ID-  --Size-- ----Arrival Time---- -Sender/Recipient-------'

/** What waits at a host, as `postqueue -p` of Postfix prints it. */
export function queueLines({ outbox, events }: World, { name }: HostSpec): string[] {
  const waiting = outbox.filter(({ message }) => message.host.name === name)
  if (!waiting.length) return ['Mail queue is empty']
  const size = waiting.reduce((sum, { message }) => sum + message.bytes.length, 0)
  const requests = waiting.length === 1 ? '1 Request' : `${waiting.length} Requests`
  return [
    HEAD,
    ...waiting.flatMap((entry) => entryLines(entry, events)),
    `-- ${Math.floor(size / 1024)} Kbytes in ${requests}.`,
  ]
}

function entryLines({ message, recipients }: QueueEntry, events: readonly WorldEvent[]): string[] {
  const { id, bytes, arrivedAt, from } = message
  const time = formatTime('%a %b %e %H:%M:%S', arrivedAt)
  const sender = showText(clip(from)) || 'MAILER-DAEMON'
  const lines = [`${id.padEnd(11)} ${String(bytes.length).padStart(7)} ${time}  ${sender}`]
  let reason = ''
  for (const { recipient, outcome } of recipients) {
    const own = `(${showText(clip(queueReason(outcome, recipient.address, events), 200))})`
    // What holds for several is said once.
    if (own !== reason) lines.push(own)
    reason = own
    lines.push(`${' '.repeat(41)}${showText(clip(recipient.address))}`)
  }
  return [...lines, '']
}
