import { latin1 } from '../../core/bytes.ts'
import { foldField } from '../compose.ts'
import { composeMime } from '../mime/compose/compose.ts'
import type { DraftPart } from '../mime/compose/draft.ts'
import { parseMessage } from '../parse.ts'

/** How much of the message goes back: RFC 3461 §4.3 calls it `FULL` and `HDRS`. */
export type Returned = 'full' | 'headers' | 'nothing'

export interface ReportDraft {
  readonly headers: readonly (readonly [name: string, value: string])[]
  /** `delivery-status`: names the report and, with `message/` before it, its second part. */
  readonly reportType: string
  /** For people. */
  readonly explanation: string
  /** For programs: groups of fields. */
  readonly groups: readonly (readonly (readonly [name: string, value: string])[])[]
  readonly original?: Uint8Array
  /** `full` by default. */
  readonly returned?: Returned
}

/** Writes a multipart/report (RFC 6522 §3). */
export const composeReport = (draft: ReportDraft): Uint8Array =>
  composeMime({
    headers: draft.headers,
    content: {
      type: 'multipart/report',
      parameters: { 'report-type': draft.reportType },
      content: [
        { type: 'text/plain', content: draft.explanation },
        { type: `message/${draft.reportType}`, content: machinePart(draft.groups) },
        ...originalPart(draft),
      ],
    },
  })

/** Fields are ASCII: what else a value holds becomes `?`. */
const machinePart = (groups: ReportDraft['groups']): string =>
  groups
    .map((fields) =>
      fields
        .map(([name, value]) => `${foldField(name, value).replace(/[^\x20-\x7e\r\n\t]/g, '?')}\r\n`)
        .join(''),
    )
    .join('\r\n')

function originalPart({ original, returned = 'full' }: ReportDraft): DraftPart[] {
  if (!original || returned === 'nothing') return []
  if (returned === 'full') return [{ type: 'message/rfc822', content: original }]
  const { text, bodyStart } = parseMessage(original)
  const header = text.slice(0, bodyStart).replace(/(?:\r?\n)+$/, '')
  return [{ type: 'text/rfc822-headers', content: latin1(`${header}\r\n`) }]
}
