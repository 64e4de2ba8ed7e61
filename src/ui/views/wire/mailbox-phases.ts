import { verbsAllowedIn as imapVerbs } from '../../../protocols/imap/server/state-table.ts'
import { transitions as imapTransitions } from '../../../protocols/imap/server/transitions.ts'
import { commandPhases } from '../../../protocols/imap/server/session.ts'
import { verbsAllowedIn as pop3Verbs } from '../../../protocols/pop3/server/state-table.ts'
import {
  states,
  transitions as pop3Transitions,
} from '../../../protocols/pop3/server/transitions.ts'
import type { Transition } from '../../../protocols/shared/transition.ts'
import { isSmtp, type MailboxCommand } from '../../../world/events/command.ts'
import type { SessionStatus, StateMap, States, Arrow } from './state-map.ts'

interface Table {
  readonly protocol: string
  /** The states in a row, with their names; the end behind them. */
  readonly names: readonly (readonly [phase: string, name: string])[]
  readonly transitions: readonly Transition<string>[]
  allowed(phase: string): readonly string[]
}

/** Lines of an IDLE, and of a login that goes on. */
const WAITS: Readonly<Record<string, string>> = {
  IDLE: 'It tells what happens, until the client says DONE.',
  AUTHENTICATE: 'The client answers the challenge in base64; a lone * calls the login off.',
  AUTH: 'The client answers the challenge in base64; a lone * calls the login off.',
}

/** What is waited for before the next command, in a sentence. */
function waitsAfter({ verb, status }: MailboxCommand): string | undefined {
  if (status === '+') return WAITS[verb]
  const isSecuring = /^(?:STARTTLS|STLS)$/.test(verb) && /^\+?OK$/.test(status)
  return isSecuring ? 'TLS is to begin: what is said in the clear is not heard.' : undefined
}

const CLOSED = 'closed'

const showsStates = (table: Table): States => ({
  map: mapOf(table),
  statusAfter(log, connection) {
    let phase = table.names[0]![0]
    let waits: string | undefined
    for (const event of log) {
      if (!('connection' in event) || event.connection !== connection) continue
      if (event.type === 'closed') phase = CLOSED
      if (event.type === 'secured') waits = undefined
      if (event.type !== 'command' || isSmtp(event)) continue
      waits = waitsAfter(event)
      phase = after(table, phase, event)
    }
    return statusAt(table, phase, waits)
  },
})

function after({ transitions }: Table, phase: string, { verb, status }: MailboxCommand): string {
  if (status === 'BYE') return CLOSED
  const on = ['OK', '+OK'].includes(status) ? 'yes' : ['NO', '-ERR'].includes(status) ? 'no' : ''
  return (
    transitions.find((way) => way.from === phase && way.by === verb && way.on === on)?.to ?? phase
  )
}

function statusAt(table: Table, phase: string, waits: string | undefined): SessionStatus {
  const station = table.names.findIndex(([one]) => one === phase)
  const name = table.names[station]?.[1] ?? phase
  if (phase === CLOSED) return { station, name, allowed: [], sentence: 'The session is over.' }
  if (waits !== undefined) return { station, name, allowed: [], sentence: waits }
  const allowed = shortened(table.allowed(phase))
  if (allowed.length) return { station, name, allowed }
  return { station, name, allowed, sentence: 'Nothing more is heard: the server does its work.' }
}

/** `UID FETCH UID STORE` is `UID FETCH/STORE`. */
function shortened(verbs: readonly string[]): string[] {
  const withUid = verbs.flatMap((verb) => /^UID (.+)$/.exec(verb)?.[1] ?? [])
  const others = verbs.filter((verb) => !verb.startsWith('UID '))
  return withUid.length ? [...others, `UID ${withUid.join('/')}`] : others
}

function mapOf({ protocol, names, transitions }: Table): StateMap {
  const places = new Map(names.map(([phase], at) => [phase, at]))
  const everywhere = verbFromEverywhere(transitions, names.length - 1)
  const drawn = transitions
    .filter(
      (way) =>
        !isOfTheStateBefore(way, transitions) && !(way.to === CLOSED && way.by === everywhere),
    )
    .toSorted((a, b) => refusedLast(a) - refusedLast(b))
  const ways = new Map<string, Arrow>()
  for (const { from, to, by, on } of drawn) {
    if (from === to) continue
    const key = `${from} ${to}`
    const label = on === 'no' ? 'refused' : by
    const known = ways.get(key)?.label.split(' ') ?? []
    if (label === 'refused' && known.length && !known.includes('refused')) known.push('or')
    const labels = known.includes(label) ? known : [...known, label]
    ways.set(key, { from: places.get(from)!, to: places.get(to)!, label: labels.join(' ') })
  }
  return {
    protocol,
    stations: names.map(([phase, name]) => {
      const stays = transitions.filter(
        ({ from, to, by, on }) => from === phase && to === phase && on === 'yes' && !isPause(by),
      )
      return { name, ...(stays.length && { stays: stays.map(({ by }) => by).join(' ') }) }
    }),
    ways: [...ways.values()],
    ...(everywhere !== undefined && { ends: `${everywhere}, from everywhere` }),
  }
}

const refusedLast = ({ on }: Transition<string>): number => (on === 'no' ? 1 : 0)

/** IDLE waits within its state; the sentence below the diagram says so. */
const isPause = (verb: string): boolean => verb === 'IDLE'

/** Of two states that an RFC has as one, the first shows what both have. */
const isOfTheStateBefore = (
  { from, by, on, to }: Transition<string>,
  transitions: readonly Transition<string>[],
): boolean =>
  from === 'user' &&
  transitions.some(
    (way) => way.from === 'authorization' && way.by === by && way.on === on && way.to === to,
  )

const verbFromEverywhere = (
  transitions: readonly Transition<string>[],
  states: number,
): string | undefined => {
  const ends = transitions.filter(({ to }) => to === CLOSED).map(({ by }) => by)
  return ends.length === states && new Set(ends).size === 1 ? ends[0] : undefined
}

export const imapStates: States = showsStates({
  protocol: 'IMAP',
  names: [
    ['notAuthenticated', 'not authenticated'],
    ['authenticated', 'authenticated'],
    ['selected', 'selected'],
    [CLOSED, 'closed'],
  ],
  transitions: imapTransitions,
  allowed: (phase) => imapVerbs(commandPhases.find((one) => one === phase)!),
})

export const pop3States: States = showsStates({
  protocol: 'POP3',
  names: [
    ['authorization', 'authorization'],
    ['user', 'user is named'],
    ['transaction', 'transaction'],
    ['update', 'update'],
    [CLOSED, 'closed'],
  ],
  transitions: pop3Transitions,
  allowed: (phase) => pop3Verbs(states.find((one) => one === phase)!),
})
