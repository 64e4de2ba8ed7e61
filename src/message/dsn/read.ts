import { cover, span, type Span } from '../../core/span.ts'
import { parseDate } from '../date.ts'
import type { HeaderField } from '../field.ts'
import { decodedText } from '../mime/decode.ts'
import type { Message } from '../parse.ts'
import type { MessageProblem } from '../problem.ts'
import { findReport, originalOf, readFieldGroups } from '../report/read-report.ts'
import { ACTIONS, type Dsn, type DsnRecipient, type ReadDsn, type Typed } from './dsn.ts'
import { explainStatus } from './status.ts'

const STATUS_TYPES = ['message/delivery-status', 'message/global-delivery-status']

/**
 * Reads a delivery status notification (RFC 3464) out of its message. Never throws: a problem is
 * reported with its place, and all else is read.
 */
export function parseDsn(message: Message): ReadDsn {
  const parts = findReport(message)
  const { machine } = parts ?? {}
  if (!parts || !machine || !STATUS_TYPES.includes(machine.type)) return { problems: [] }
  const { groups, problems: unread } = readFieldGroups(message, machine)
  const problems: MessageProblem[] = [...unread]
  const note: Note = (code, where, text, section) =>
    problems.push({ code, span: where, message: text, source: { rfc: 3464, section } })
  if (parts.reportType !== 'delivery-status' && parts.reportType !== 'global-delivery-status')
    note(
      'dsn/report-type',
      parts.container.span,
      'The `report-type` of such a report is `delivery-status`.',
      '2',
    )
  // Some leave the first group out; then its first group names a recipient.
  const isWhole = !groups[0]?.some(({ lower }) => lower === 'final-recipient')
  const [about, recipients] = isWhole ? [groups[0] ?? [], groups.slice(1)] : [[], groups]
  const start = span(machine.body.from, machine.body.from)
  const where = about[0]?.nameSpan ?? start
  const dsn: Dsn = {
    ...messageFields(about, where, note),
    recipients: recipients.map((fields) => recipientOf(fields, note)),
  }
  if (recipients.length === 0)
    note(
      'dsn/no-recipient',
      where,
      'The report names no recipient: a group of fields for each belongs here.',
      '2.1',
    )
  return {
    dsn,
    ...(parts.explanation ? { explanation: decodedText(message, parts.explanation) } : {}),
    ...originalOf(message, parts),
    problems: problems.sort((a, b) => a.span.from - b.span.from),
  }
}

type Note = (code: string, where: Span, text: string, section: string) => void

/** Reads the fields of one group, each once. */
function fieldReader(fields: readonly HeaderField[], note: Note) {
  const known = new Map<string, HeaderField>()
  for (const field of fields) {
    if (!known.has(field.lower)) known.set(field.lower, field)
    else
      note(
        'dsn/repeated',
        field.nameSpan,
        `\`${field.name}\` stands here once more; the first counts.`,
        '2.2',
      )
  }
  const typed = (name: string, section: string): Typed | undefined => {
    const field = known.get(name)
    if (!field) return undefined
    const semicolon = field.value.indexOf(';')
    if (semicolon < 0)
      note(
        'dsn/type',
        field.valueSpan,
        'A type, a semicolon and a value belong here; the type is missing.',
        section,
      )
    const type = semicolon < 0 ? '' : field.value.slice(0, semicolon).trim().toLowerCase()
    return { type, value: field.value.slice(semicolon + 1).trim(), span: field.valueSpan }
  }
  const date = (name: string, section: string): number | undefined => {
    const field = known.get(name)
    const ms = field && parseDate(field.value)
    if (field && ms === undefined)
      note('dsn/date', field.valueSpan, `\`${field.value.slice(0, 60)}\` is no date.`, section)
    return ms
  }
  return { field: (name: string) => known.get(name), typed, date }
}

/** The pairs that have a value. */
function present<Fields extends object>(
  fields: Fields,
): { [Key in keyof Fields]: Exclude<Fields[Key], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Fields]: Exclude<Fields[Key], undefined>
  }
}

function messageFields(
  fields: readonly HeaderField[],
  where: Span,
  note: Note,
): Omit<Dsn, 'recipients'> {
  const { field, typed, date } = fieldReader(fields, note)
  if (!field('reporting-mta'))
    note('dsn/missing', where, 'The reporting server is missing: `Reporting-MTA`.', '2.2.2')
  return present({
    originalEnvelopeId: field('original-envelope-id')?.value,
    reportingMta: typed('reporting-mta', '2.2.2'),
    dsnGateway: typed('dsn-gateway', '2.2.3'),
    receivedFromMta: typed('received-from-mta', '2.2.4'),
    arrivalDate: date('arrival-date', '2.2.5'),
  })
}

function recipientOf(fields: readonly HeaderField[], note: Note): DsnRecipient {
  const { field, typed, date } = fieldReader(fields, note)
  const whole = cover(fields[0]!.span, fields.at(-1)!.span)
  const needed = [
    ['final-recipient', 'Final-Recipient', '2.3.2'],
    ['action', 'Action', '2.3.3'],
    ['status', 'Status', '2.3.4'],
  ] as const
  for (const [lower, name, section] of needed)
    if (!field(lower))
      note(
        'dsn/missing',
        fields[0]!.nameSpan,
        `\`${name}\` is missing for this recipient.`,
        section,
      )
  const recipient = {
    ...present({
      originalRecipient: typed('original-recipient', '2.3.1'),
      finalRecipient: typed('final-recipient', '2.3.2'),
      action: actionOf(field('action'), note),
      status: statusOf(field('status'), note),
      remoteMta: typed('remote-mta', '2.3.5'),
      diagnosticCode: typed('diagnostic-code', '2.3.6'),
      lastAttemptDate: date('last-attempt-date', '2.3.7'),
      finalLogId: field('final-log-id')?.value,
      willRetryUntil: date('will-retry-until', '2.3.9'),
    }),
    span: whole,
  }
  checkTogether(recipient, note)
  return recipient
}

const withoutComment = (value: string): string => value.replace(/\([^()]*\)/g, ' ').trim()

function actionOf(field: HeaderField | undefined, note: Note): DsnRecipient['action'] {
  const word = field && withoutComment(field.value).toLowerCase()
  const action = ACTIONS.find((one) => one === word)
  if (field && !action)
    note(
      'dsn/action',
      field.valueSpan,
      `An action is one of ${ACTIONS.map((one) => `\`${one}\``).join(', ')}; not \`${word?.slice(0, 60)}\`.`,
      '2.3.3',
    )
  return action
}

function statusOf(field: HeaderField | undefined, note: Note): DsnRecipient['status'] {
  if (!field) return undefined
  const code = withoutComment(field.value)
  const status = explainStatus(code)
  if (status) return { ...status, span: field.valueSpan }
  note(
    'dsn/status',
    field.valueSpan,
    `\`${code.slice(0, 60)}\` is no status: it is 2, 4 or 5 and two numbers, with dots between them.`,
    '2.3.4',
  )
  return undefined
}

/** Contradictions between two fields. */
function checkTogether(
  { action, status, willRetryUntil, span: where }: DsnRecipient,
  note: Note,
): void {
  if (!action || !status) return
  const isGood = action !== 'failed' && action !== 'delayed'
  const fits = isGood
    ? status.outcome === 'success' || action === 'relayed'
    : action === 'delayed'
      ? status.outcome === 'temporary'
      : status.outcome !== 'success'
  if (!fits)
    note(
      'dsn/contradiction',
      status.span,
      `\`${action}\` and \`${status.code}\` contradict each other.`,
      '2.3.4',
    )
  if (willRetryUntil !== undefined && action !== 'delayed')
    note(
      'dsn/retry',
      where,
      'Only a message that is `delayed` is tried again: `Will-Retry-Until` has no meaning here.',
      '2.3.9',
    )
}
