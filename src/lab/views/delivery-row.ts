import { fromLatin1 } from '../../core/bytes.ts'
import type { RfcSection } from '../../core/section.ts'
import type { Tone } from '../../core/tone.ts'
import type { SmtpCommand } from '../../world/answered-command.ts'
import { decided } from '../../world/events/decided.ts'
import { expanded } from '../../world/events/expanded.ts'
import type { EventOf } from '../../world/events/index.ts'
import { fetched } from '../../world/events/fetched.ts'
import { intercepted } from '../../world/events/intercepted.ts'
import { refused } from '../../world/events/refused.ts'
import { bySetting, type Basis } from '../../world/log/basis.ts'
import { DNS_LANE, type DeliveryRow } from './delivery.ts'
import type { CommandStep, MessageStep } from './delivery-story.ts'
import { showAnswer } from './show-answer.ts'

type Opened = EventOf<'opened'>

export function questionRow(
  { at, by, question, answer, number }: EventOf<'dns'>,
  asksFor: DeliveryRow['asksFor'],
): DeliveryRow {
  const asked = `${question.name || '.'} ${question.type}`
  const given = showAnswer(answer)
  const why = asksFor === 'route' ? 'To find the way, ' : asksFor ? `For ${asksFor}, ` : ''
  return {
    ...{ kind: 'question', from: by, to: DNS_LANE, at, tone: 'plain' },
    label: `${question.type} ${question.name || '.'} → ${given}`,
    sentence: `${why}${by} asks the DNS for \`${asked}\`. The answer: ${answer.status === 'ok' ? `\`${given}\`` : given}.`,
    ...(asksFor && { asksFor }),
    seenBy: [by, DNS_LANE],
    detail: { question, answer },
    ...(number !== undefined && { number }),
  }
}

/** @param greeting What the server said first. */
export function connectRow(opened: Opened, greeting: CommandStep | undefined): DeliveryRow {
  const { at, from, fromAddress, to, port } = opened
  const reply = greeting && replyText(greeting.command)
  return {
    ...{ kind: 'connect', from, to, at, seenBy: [from, to] },
    label: `connects, port ${port}${greeting ? ` → ${greeting.command.code}` : ''}`,
    sentence: `${from}, from ${fromAddress}, connects to port ${port} of ${to}.${reply ? ` The greeting: \`${reply}\`.` : ''}`,
    tone: greeting ? toneOfCode(greeting.command.code) : 'plain',
    isSealed: false,
    detail: {
      ...(greeting && { received: greeting.octets.received }),
      source: { rfc: 5321, section: '3.1' },
    },
  }
}

export const refusedRow = (event: EventOf<'refused'>): DeliveryRow => ({
  ...{ kind: 'connect', from: event.from, to: event.to, at: event.at, tone: 'fail' },
  ...{ seenBy: [event.from], detail: {} },
  label: `port ${event.port}: ${event.reason}`,
  sentence: refused.sentence(event),
})

export const securedRow = ({ at, tls }: EventOf<'secured'>, { from, to }: Opened): DeliveryRow => ({
  ...{ kind: 'command', from, to, at, tone: 'plain', seenBy: [from, to] },
  label: `TLS handshake (${tls.version})`,
  sentence: `${from} and ${to} set up TLS (${tls.version}): from here on no one between the two can read.`,
  isSealed: false,
  detail: { source: { rfc: 3207, section: '4' } },
})

export function commandRow(
  { at, command, octets }: CommandStep,
  { from, to }: Opened,
): DeliveryRow {
  const { verb, argument, code } = command
  const line = `${verb} ${argument}`.trim()
  const source = sections[verb.toUpperCase()]
  return {
    ...{ kind: 'command', from, to, at, tone: toneOfCode(code), seenBy: [from, to] },
    label: `${line} → ${code}`,
    sentence: `${from} sends \`${line}\`. ${to} replies \`${replyText(command)}\`.`,
    isSealed: octets.isSealed,
    detail: {
      ...{ sent: octets.sent, received: octets.received },
      ...(command.problem && { reason: command.problem.message }),
      ...(source && { source }),
    },
  }
}

/** A reply that stands by itself: to a whole message, or to nothing. */
export function replyRow({ at, command, octets }: CommandStep, { from, to }: Opened): DeliveryRow {
  const { code, verb } = command
  const about = verb === '' ? 'says' : 'replies to the message'
  return {
    ...{ kind: 'reply', from: to, to: from, at, tone: toneOfCode(code), seenBy: [to, from] },
    label: replyText(command),
    ahead: 'reply ?',
    sentence: `${to} ${about}: \`${replyText(command)}\`.`,
    isSealed: octets.isSealed,
    detail: { received: octets.received, source: { rfc: 5321, section: '4.2' } },
  }
}

export function messageRow(step: MessageStep, { from, to }: Opened): DeliveryRow {
  const { at, octets, isOpen, isSealed } = step
  const author = authorIn(octets)
  return {
    ...{ kind: 'message', from, to, at, tone: 'plain', seenBy: [from, to], isSealed },
    label: author ? `message · From: ${author}` : `message · ${octets.length} octets`,
    sentence: isOpen
      ? `${from} is sending the message: ${octets.length} octets so far.`
      : `${from} sends the message, ${octets.length} octets with the line that ends it.`,
    detail: { sent: octets, source: { rfc: 5321, section: '4.1.1.4' } },
  }
}

export function storedRow(
  { at, mailbox, message, basis }: EventOf<'delivered'>,
  host: string,
): DeliveryRow {
  const isJunk = message.folder === 'junk'
  return {
    ...{ kind: 'stored', from: host, to: mailbox, at, seenBy: [host, mailbox] },
    label: `put into ${isJunk ? 'Junk' : 'Inbox'}`,
    ahead: 'delivery ?',
    sentence: `${host} puts the message into the ${isJunk ? 'junk folder' : 'inbox'} of ${mailbox}. ${message.reason}${bySetting(basis?.line)}`,
    tone: isJunk ? 'warn' : 'pass',
    detail: { sent: message.bytes, reason: message.reason, ...restsOn(basis) },
  }
}

export const queuedRow = ({ at, host, queueId, to }: EventOf<'queued'>): DeliveryRow => ({
  ...note(host, at, 'plain', 'queued'),
  sentence: `${host} keeps the message as ${queueId}, to pass it on to ${to.join(', ')}.`,
})

export const deferredRow = ({
  at,
  host,
  recipient,
  reason,
  nextTry,
}: EventOf<'deferred'>): DeliveryRow => ({
  ...note(host, at, 'warn', `kept, again in ${span(nextTry - at)}`),
  sentence: `${host} keeps the message to ${recipient} and tries again in ${span(nextTry - at)}: ${reason}`,
  detail: { reason, source: { rfc: 5321, section: '4.5.4.1' } },
})

export const lostRow = ({
  at,
  host,
  recipient,
  reason,
}: EventOf<'undeliverable'>): DeliveryRow => ({
  ...note(host, at, 'fail', 'gives up'),
  sentence: `${host} gives up on the message to ${recipient}: ${reason}`,
  detail: { reason },
})

/** An address that stands for others. */
export const expandedRow = (event: EventOf<'expanded'>): DeliveryRow => ({
  ...note(event.host, event.at, 'plain', event.as === 'srs' ? 'way back' : event.as),
  sentence: expanded.sentence(event),
})

/** What a policy of a host came to, with the section that it follows. */
export const decidedRow = (event: EventOf<'decided'>): DeliveryRow => ({
  ...note(event.host, event.at, decided.tone(event), `${event.policy}: ${event.action}`),
  sentence: decided.sentence(event),
  detail: { reason: event.reason, ...restsOn(event) },
})

/** A policy that is fetched, or one click to leave. */
export const fetchedRow = (event: EventOf<'fetched'>): DeliveryRow => ({
  ...note(event.by, event.at, fetched.tone(event), `HTTPS ${event.status ?? 'fails'}`),
  sentence: fetched.sentence(event),
})

/** What is done on the wire, which neither side sees. */
export const interceptedRow = (event: EventOf<'intercepted'>): DeliveryRow => ({
  ...note(event.from, event.at, 'warn', `on the wire: ${event.does}`),
  sentence: intercepted.sentence(event),
  seenBy: [],
})

export function reportRow({ at, host, to, about }: EventOf<'reported'>): DeliveryRow {
  const all = about.map(({ recipient, action, status }) => `${recipient} ${action} (${status})`)
  const isLost = about.some(({ action }) => action === 'failed')
  return {
    ...note(host, at, isLost ? 'fail' : 'plain', isLost ? 'bounce' : 'report'),
    sentence: `${host} writes a report to ${to}: ${all.join('; ')}.`,
    detail: { source: { rfc: 3461, section: '5.2' } },
  }
}

export const rejectedRow = (
  { at, code, text, basis }: EventOf<'rejected'>,
  host: string,
): DeliveryRow => ({
  ...note(host, at, code < 500 ? 'warn' : 'fail', code < 500 ? 'not now' : 'refused'),
  sentence: `${host} refuses the message: ${text}${bySetting(basis?.line)}`,
  detail: { reason: text, ...restsOn(basis) },
})

const restsOn = ({ source, place }: Partial<Basis> = {}) => ({
  ...(source && { source }),
  ...(place && { place }),
})

const note = (from: string, at: number, tone: Tone, label: string) => ({
  ...{ kind: 'note' as const, from, at, tone, label, ahead: 'then ?', seenBy: [from], detail: {} },
})

const replyText = ({ code, enhanced, text }: SmtpCommand): string =>
  [code, enhanced, text.split('\n', 1)[0]!].filter(Boolean).join(' ')

const toneOfCode = (code: number): Tone => (code < 400 ? 'plain' : code < 500 ? 'warn' : 'fail')

/** `90 seconds`, `15 minutes`, `3 hours`. */
export function span(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000))
  if (seconds < 120) return seconds === 1 ? '1 second' : `${seconds} seconds`
  const minutes = Math.round(seconds / 60)
  return minutes < 120 ? `${minutes} minutes` : `${Math.round(minutes / 60)} hours`
}

/** The value of From on one line, of a header that is long enough to have one. */
function authorIn(octets: Uint8Array): string | undefined {
  const header = fromLatin1(octets.subarray(0, MAX_HEADER)).split(/\r?\n\r?\n/, 1)[0]!
  const value = /^From:((?:.|\r?\n[ \t])*)/im.exec(header)?.[1]
  return value?.replace(/\s+/g, ' ').trim() || undefined
}

const MAX_HEADER = 16_384

/** Where RFCs describe the commands. */
const sections: Readonly<Record<string, RfcSection>> = {
  EHLO: { rfc: 5321, section: '4.1.1.1' },
  HELO: { rfc: 5321, section: '4.1.1.1' },
  MAIL: { rfc: 5321, section: '4.1.1.2' },
  RCPT: { rfc: 5321, section: '4.1.1.3' },
  DATA: { rfc: 5321, section: '4.1.1.4' },
  RSET: { rfc: 5321, section: '4.1.1.5' },
  VRFY: { rfc: 5321, section: '4.1.1.6' },
  HELP: { rfc: 5321, section: '4.1.1.8' },
  NOOP: { rfc: 5321, section: '4.1.1.9' },
  QUIT: { rfc: 5321, section: '4.1.1.10' },
  STARTTLS: { rfc: 3207, section: '4' },
  AUTH: { rfc: 4954, section: '4' },
  BDAT: { rfc: 3030, section: '2' },
}
