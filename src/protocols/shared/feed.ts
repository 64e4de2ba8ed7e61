import type { BytesInput, Handled, SendEffect, StreamEffect, Turn } from './turn.ts'

/** A session as a value whose phase shows how far it has come. */
interface Phased {
  readonly phase: string
}

export type OpenOf<Session extends Phased> = Exclude<Session, { readonly phase: 'closed' }>

/** What a session that may pause answers in one step, in octets and in effects. */
export const STEP = { octets: 65_536, effects: 64 }

/** The octets as a session may keep them: a copy, since who hands them in may use the array again. */
export const ownOctets = ({ bytes, isUnread = false }: BytesInput): Uint8Array =>
  isUnread ? bytes : bytes.slice()

interface FeedOptions {
  /** Whether it may stop between two answers. */
  readonly pauses?: boolean | undefined
  /** Phases in which it reads nothing more, if it may stop. */
  readonly waitsIn?: string
}

/**
 * Hands octets to a session, stretch by stretch, until all are read or the session is closed. So a
 * session comes to the same however the network cuts what it receives.
 * @param handle Reads from the given place on; it must read at least one octet or change the phase.
 */
export function feed<Session extends Phased, Effect extends { readonly type: string }>(
  start: Session,
  bytes: Uint8Array,
  handle: (session: OpenOf<Session>, bytes: Uint8Array, from: number) => Handled<Session, Effect>,
  { pauses = false, waitsIn }: FeedOptions = {},
): Turn<Session, Effect> {
  const effects: Effect[] = []
  let session = start
  let from = 0
  let octets = 0
  while (from < bytes.length && session.phase !== 'closed') {
    const isFull = octets >= STEP.octets || effects.length >= STEP.effects
    if (pauses && (isFull || session.phase === waitsIn))
      return { session, effects, unread: bytes.subarray(from) }
    const handled = handle(session as OpenOf<Session>, bytes, from)
    for (const effect of handled.effects) {
      octets += sizeOf(effect)
      if (pauses || effect.type !== 'stream') effects.push(effect)
      else effects.push(...(piecesOf(effect) as unknown as Effect[]))
    }
    session = handled.session
    from = handled.next
  }
  return { session, effects }
}

/** A stream is as much as a step may answer: what comes behind it is for the next one. */
const sizeOf = (effect: { readonly type: string }): number =>
  effect.type === 'stream'
    ? STEP.octets
    : effect.type === 'send'
      ? (effect as SendEffect).bytes.length
      : 0

/** All of a stream at once. */
function piecesOf(effect: { readonly type: string }): SendEffect[] {
  const { pieces } = effect as StreamEffect
  const sends: SendEffect[] = []
  for (let next = pieces.next(); !next.done; next = pieces.next())
    if (next.value.length > 0) sends.push({ type: 'send', bytes: next.value })
  return sends
}
