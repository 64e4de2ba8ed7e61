import { words } from '#words/conversation'
import { bareSecret, readCounted, talk } from './line-reading.ts'
import type { LineReading, Listener, Side } from './line-reading.ts'
import { loginListener } from './listen-login.ts'

/** A literal's announcement at the end of a line (RFC 9051 §4.3, RFC 7888 §3). */
const LITERAL = /~?\{(\d{1,10})(\+?)\}$/

/** Text for people may end in braces without announcing a literal. */
const SENTENCE = /^(?:\+|\S+ (?:OK|NO|BAD|BYE|PREAUTH))(?: |$)/i

/** Reads literals, whose length is announced, and logins. */
export function imapListener(): Listener {
  const login = loginListener(/^\+ ?(\S*)$/)
  const remaining: Record<Side, number> = { client: 0, server: 0 }
  /** Octets that the client sends once the server has sent `+`. */
  let announced = 0

  function clientLine(text: string): LineReading {
    const answer = login.client(text)
    if (answer) return answer
    const begun = /^\S+ AUTHENTICATE [\w-]+(?: (\S+))?$/i.exec(text)
    if (begun) return login.begin(begun[1])
    const literal = LITERAL.exec(text)
    if (!literal) return /^\S+ LOGIN \S+ ./i.test(text) ? bareSecret : talk()
    if (literal[2]) return counting('client', Number(literal[1]))
    announced = Number(literal[1])
    return talk(words.onceAsked(announced))
  }

  function serverLine(text: string): LineReading {
    const challenge = login.server(text)
    if (challenge) return challenge
    if (text.startsWith('+')) remaining.client = announced
    // A tagged reply in place of the `+`: the literal is not sent.
    if (!text.startsWith('* ')) announced = 0
    if (text.startsWith('+') && remaining.client > 0)
      return talk(words.fromClient(remaining.client))
    const literal = SENTENCE.test(text) ? null : LITERAL.exec(text)
    return literal ? counting('server', Number(literal[1])) : talk()
  }

  function counting(from: Side, octets: number): LineReading {
    remaining[from] = octets
    return talk(words.byLength(octets))
  }

  return {
    remaining: (from) => remaining[from],
    read(from, text, octets) {
      if (remaining[from] > 0) return readCounted((remaining[from] -= octets))
      return from === 'client' ? clientLine(text) : serverLine(text)
    },
  }
}
