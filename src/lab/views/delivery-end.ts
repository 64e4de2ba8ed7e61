import type { SmtpCommand } from '../../world/answered-command.ts'
import { endsData } from './delivery-line.ts'
import type { DeliveryEnd, EndKind } from './delivery.ts'
import type { StoryStep } from './delivery-story.ts'

interface Found {
  readonly kind: EndKind
  readonly text: string
  /** A server answers for the message. */
  readonly isTaken?: boolean
}

const faces: Readonly<Record<EndKind, Pick<DeliveryEnd, 'word' | 'glyph' | 'tone'>>> = {
  inbox: { word: 'Inbox', glyph: '✓', tone: 'pass' },
  junk: { word: 'Junk', glyph: '!', tone: 'warn' },
  rejected: { word: 'Rejected', glyph: '✕', tone: 'fail' },
  deferred: { word: 'Waits', glyph: '↻', tone: 'warn' },
  bounced: { word: 'Bounced', glyph: '↩', tone: 'fail' },
  undeliverable: { word: 'Undeliverable', glyph: '✕', tone: 'fail' },
  abandoned: { word: 'Not sent', glyph: '–', tone: 'plain' },
  'under-way': { word: 'Under way', glyph: '…', tone: 'plain' },
}

const start: Found = { kind: 'under-way', text: 'The message is on its way.' }

/** Where a message ended; what its report met on its way is another matter. */
export function endOfStory(steps: readonly StoryStep[]): DeliveryEnd {
  let end = start
  for (const step of steps) if (!step.isReport) end = after(step, end) ?? end
  return describeEnd(end)
}

export const describeEnd = ({ kind, text }: Found): DeliveryEnd => ({ kind, ...faces[kind], text })

function after(step: StoryStep, before: Found): Found | undefined {
  if (step.kind === 'message') return undefined
  if (step.kind === 'command') return afterCommand(step.command, before)
  const { event } = step
  switch (event.type) {
    case 'delivered': {
      const { folder } = event.message
      const where = folder === 'junk' ? 'the junk folder' : 'the inbox'
      return { kind: folder, text: `It lies in ${where} of ${event.mailbox}.` }
    }
    case 'rejected':
      return refusal(event.code, event.text)
    case 'deferred':
      return { kind: 'deferred', text: `${event.host} keeps it, to try again: ${event.reason}` }
    case 'undeliverable':
      return before.kind === 'rejected' ? undefined : { kind: 'undeliverable', text: event.reason }
    case 'reported': {
      const isLost = event.about.some(({ action }) => action === 'failed')
      return isLost
        ? { kind: 'bounced', text: `${before.text} ${event.host} reported that to ${event.to}.` }
        : undefined
    }
    case 'closed':
      return before.kind === 'under-way' && !before.isTaken
        ? { kind: 'abandoned', text: 'The connection ended before the message was sent.' }
        : undefined
    case 'queued':
      return event.connection === undefined
        ? undefined
        : { kind: 'under-way', text: `${event.host} has it, to pass it on.`, isTaken: true }
    default:
      return undefined
  }
}

function afterCommand(
  { verb, argument, code, text }: SmtpCommand,
  before: Found,
): Found | undefined {
  if (verb === 'MAIL' && before.kind === 'abandoned') return start
  if (verb === 'RSET' && before.kind === 'under-way' && !before.isTaken)
    return { kind: 'abandoned', text: 'The client took everything back with RSET.' }
  if (!endsData({ verb, argument })) return undefined
  if (code >= 400) return refusal(code, text)
  return before === start ? { ...start, text: 'A server has it.', isTaken: true } : undefined
}

const refusal = (code: number, text: string): Found =>
  code < 500
    ? { kind: 'deferred', text: `Not now: ${code} ${firstLine(text)}` }
    : { kind: 'rejected', text: `${code} ${firstLine(text)}` }

const firstLine = (text: string): string => text.split('\n', 1)[0]!
