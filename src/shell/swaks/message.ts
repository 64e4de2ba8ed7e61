import { fromUtf8 } from '../../core/bytes.ts'
import { formatDate } from '../../message/date.ts'
import type { CommandContext } from '../command.ts'
import type { Flags } from '../flags.ts'
import { formatTime } from '../text/time-format.ts'
import { withAttachments, type Attachment } from './attachments.ts'
import type { SwaksSwitch, SwaksValue } from './words.ts'

export interface Envelope {
  readonly from: string
  readonly to: readonly string[]
  /** The whole message, where it is given. */
  readonly data: Uint8Array | undefined
  /** Parts beside its text, where the message is a test. */
  readonly attachments: readonly Attachment[]
}

/** The lines of the message: the given one, or a small test; given fields take the place of its own. */
export function messageOf(
  { all, values }: Flags<SwaksSwitch, SwaksValue>,
  { from, to, data, attachments }: Envelope,
  { world, host }: CommandContext,
): readonly string[] {
  const headers = all.flatMap(([name, { text }]) => (name === 'header' ? [text] : []))
  const now = world.clock.now()
  const date = formatDate(now)
  const id = `${formatTime('%Y%m%d%H%M%S', now)}.${String(world.events.length).padStart(6, '0')}`
  const body = (values.get('body')?.text ?? 'This is a test mailing').split(/\\n|\n/)
  const test = attachments.length
    ? withAttachments(body, attachments, 1000 + world.events.length)
    : { fields: [], lines: [...body, '', ''] }
  const lines = data
    ? // The line end behind the last line makes one more, as the real program has it.
      fromUtf8(data).split(/\r?\n/)
    : [
        ...[`Date: ${date}`, `To: ${to.join(',')}`, `From: ${from}`, `Subject: test ${date}`],
        ...[
          `Message-Id: <${id}@${host.name}>`,
          'X-Mailer: swaks (HELO World)',
          ...test.fields,
          '',
          ...test.lines,
        ],
      ]
  return headers.reduce(withField, lines)
}

/** A field in place of the one of its name, or at the end of the header. */
function withField(lines: readonly string[], field: string): readonly string[] {
  const name = field.slice(0, field.indexOf(':') + 1).toLowerCase()
  const end = lines.indexOf('')
  const header = end < 0 ? lines : lines.slice(0, end)
  const at = header.findIndex((line) => name !== '' && line.toLowerCase().startsWith(name))
  return at < 0 ? [...header, field, ...(end < 0 ? [] : lines.slice(end))] : lines.with(at, field)
}
