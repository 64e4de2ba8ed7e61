import { asCharacters } from '../../../core/bytes.ts'
import { parseAddresses } from '../../../message/addresses.ts'
import { messageOctets } from '../../../message/compose.ts'
import { displayValue, type HeaderField } from '../../../message/field.ts'
import { parseMessage } from '../../../message/parse.ts'
import type { DocumentSpec } from '../../../world/spec.ts'
import type { Row } from '../card.ts'

interface Wanted {
  readonly file: string
  readonly parts?: 'yes'
}

const ADDRESSED: ReadonlySet<string> = new Set(['from', 'sender', 'reply-to', 'to', 'cc'])

/**
 * The lines of a message as it is written, empty ones left out: each called by its field, or where it is
 * none by the line itself; a line that cuts parts is a `boundary`, or a `closing boundary`. With `parts` there is a row for the name of a mailbox and one for its address:
 * `From name`, `From address`.
 */
export function documentRows(
  documents: readonly DocumentSpec[] | undefined,
  { file, parts }: Wanted,
): Row[] {
  const written = documents?.find((one) => one.file === file)?.text ?? ''
  const { fields, text, bodyStart } = parseMessage(messageOctets(written))
  const body = asCharacters(text.slice(bodyStart)).split('\r\n')
  return [
    ...fields.flatMap((field, at) =>
      parts && ADDRESSED.has(field.lower) ? partsOf(field, at) : wholeField(field, at, text),
    ),
    ...body.flatMap((line, at): Row[] =>
      line.trim() === '' ? [] : [{ key: `b${at}`, name: nameOf(line, written), text: line }],
    ),
  ]
}

const wholeField = ({ name, span }: HeaderField, at: number, text: string): Row[] => [
  { key: `f${at}`, name, text: asCharacters(text.slice(span.from, span.to)).trimEnd() },
]

function nameOf(line: string, written: string): string {
  for (const [, quoted, bare] of written.matchAll(/\bboundary=(?:"([^"]+)"|([^\s;"]+))/gi)) {
    const delimiter = `--${quoted ?? bare ?? ''}`
    if (line.trimEnd() === delimiter) return 'boundary'
    if (line.trimEnd() === `${delimiter}--`) return 'closing boundary'
  }
  return /^([A-Za-z-]+):/.exec(line)?.[1] ?? line.trim()
}

function partsOf(field: HeaderField, at: number): Row[] {
  const { name: label } = field
  const { mailboxes } = parseAddresses(asCharacters(displayValue(field)))
  return mailboxes.flatMap(({ name, address }, index): Row[] => [
    ...(name === undefined
      ? []
      : [{ key: `f${at}n${index}`, name: `${label} name`, text: `${label}: ${name} …` }]),
    {
      ...{ key: `f${at}a${index}`, name: `${label} address` },
      text: name === undefined ? `${label}: ${address}` : `${label}: … <${address}>`,
    },
  ])
}
