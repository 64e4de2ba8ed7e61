import { clip } from '../core/text/clip.ts'
import type { QueueEntry } from '../world/outbox/outbox.ts'
import { reasonOf } from '../world/outbox/outcome.ts'
import type { World } from '../world/world.ts'
import type { HostSpec } from '../world/spec.ts'
import { showText } from './show-text.ts'
import { formatTime } from './text/time-format.ts'

const HEAD = '-Queue ID-  --Size-- ----Arrival Time---- -Sender/Recipient-------'

/** What waits at a host, as `postqueue -p` of Postfix prints it. */
export function queueLines({ outbox }: World, { name }: HostSpec): string[] {
  const waiting = outbox.filter(({ message }) => message.host.name === name)
  if (!waiting.length) return ['Mail queue is empty']
  const size = waiting.reduce((sum, { message }) => sum + message.bytes.length, 0)
  const requests = waiting.length === 1 ? '1 Request' : `${waiting.length} Requests`
  return [
    HEAD,
    ...waiting.flatMap(entryLines),
    `-- ${Math.ceil(size / 1024)} Kbytes in ${requests}.`,
  ]
}

function entryLines({ message, recipients }: QueueEntry): string[] {
  const { id, bytes, arrivedAt, from } = message
  const time = formatTime('%a %b %e %H:%M:%S', arrivedAt)
  const head = `${id.padEnd(10)}  ${String(bytes.length).padStart(8)} ${time}  ${showText(clip(from)) || 'MAILER-DAEMON'}`
  return [
    head,
    ...recipients.flatMap(({ recipient, outcome }) => [
      `(${showText(clip(reasonOf(outcome), 200))})`,
      `${' '.repeat(41)}${showText(clip(recipient.address))}`,
    ]),
    '',
  ]
}
