import { readable, unpacked } from './readable.ts'

/** `talk` is commands and replies, `data` a message, `counted` octets that were announced. */
export type LineRole = 'talk' | 'data' | 'counted' | 'secret'

export type Side = 'client' | 'server'

/** Follows a conversation as far as its lines need to be understood. */
export interface Listener {
  /** Octets still to come from a side that are counted and not read as lines. */
  counted(from: Side): number
  hear(from: Side, text: string, octets: number): Heard
}

export interface Heard {
  readonly role: LineRole
  readonly note: string | undefined
}

interface State {
  readonly counted: Record<Side, number>
  /** Whose lines are a message, up to a lone dot. */
  message: Side | undefined
  /** Commands that wait for a reply, by whose message follows it; several in a group. */
  readonly waiting: (Side | undefined)[]
  greeted: boolean
  /** A login is under way; `due`: the client's next line is its secret. */
  login: 'no' | 'begun' | 'due'
}

const talk = (note?: string): Heard => ({ role: 'talk', note })

/** @param port Says which protocol is spoken; an unknown one is read as plain lines. */
export function listenerFor(port: number): Listener {
  const isImap = port === 143 || port === 993
  const isPop = port === 110 || port === 995
  const state: State = {
    counted: { client: 0, server: 0 },
    message: undefined,
    waiting: [],
    greeted: false,
    login: 'no',
  }
  return {
    counted: (from) => state.counted[from],
    hear(from, text, octets) {
      if (state.counted[from] > 0) return count(state, from, octets)
      if (state.message === from) return messageLine(state, text)
      const heard =
        from === 'client' ? clientLine(state, text, isPop) : serverLine(state, text, isPop)
      const literal = isImap ? /\{(\d{1,9})\+?\}$/.exec(text) : null
      if (!literal) return heard
      state.counted[from] = Number(literal[1])
      return talk(`${literal[1]} octets follow, counted and not read`)
    },
  }
}

function count(state: State, from: Side, octets: number): Heard {
  state.counted[from] -= octets
  const left = state.counted[from]
  return { role: 'counted', note: left > 0 ? undefined : 'here the counted octets end' }
}

/** Message lines of SMTP and POP3 (RFC 5321 §4.5.2, RFC 1939 §3). */
function messageLine(state: State, text: string): Heard {
  if (text === '.') {
    state.message = undefined
    return { role: 'data', note: 'a dot alone: the end' }
  }
  const note = text.startsWith('.')
    ? `dot-stuffed, stands for ${readable(text.slice(1))}`
    : undefined
  return { role: 'data', note }
}

function clientLine(state: State, text: string, isPop: boolean): Heard {
  if (state.login === 'due') return secretLine(state, text)
  state.waiting.push(messageAfter(text, isPop))
  const login = /^(?:AUTH|\S+ AUTHENTICATE) ([\w-]+)(?: (\S+))?$/i.exec(text)
  if (login) return loginLine(state, login[2])
  const chunk = /^BDAT (\d{1,9})(?: LAST)?$/i.exec(text)
  if (chunk) {
    state.counted.client = Number(chunk[1])
    return talk(`${chunk[1]} octets follow, counted and not read`)
  }
  return talk()
}

/** Whose message follows a command that is agreed to, if one does. */
function messageAfter(command: string, isPop: boolean): Side | undefined {
  if (!isPop) return /^DATA$/i.test(command) ? 'client' : undefined
  return /^(?:(?:RETR|TOP) .*|LIST|UIDL|CAPA)$/i.test(command) ? 'server' : undefined
}

function loginLine(state: State, initial: string | undefined): Heard {
  state.login = 'begun'
  const secret = initial === undefined ? undefined : unpacked(initial)
  return secret === undefined ? talk() : { role: 'secret', note: secret }
}

function secretLine(state: State, text: string): Heard {
  state.login = 'begun'
  return text === '*' ? talk('calls the login off') : { role: 'secret', note: unpacked(text) }
}

function serverLine(state: State, text: string, isPop: boolean): Heard {
  if (state.login !== 'no') {
    const challenge = /^(?:334|\+) ?(\S*)$/.exec(text)
    state.login = challenge ? 'due' : 'no'
    if (challenge) return talk(unpacked(challenge[1]!))
  }
  // A line of more than one is no whole reply yet.
  if (!(isPop ? /^(?:\+OK|-ERR)/ : /^\d{3}(?: |$)/).test(text)) return talk()
  // It answers nobody, also where the client did not wait for it.
  if (!state.greeted && text.startsWith('220')) state.greeted = true
  else answer(state, /^(?:354|\+OK)/.test(text))
  return talk()
}

function answer(state: State, agrees: boolean): void {
  const follows = state.waiting.shift()
  if (agrees && follows) state.message = follows
}
