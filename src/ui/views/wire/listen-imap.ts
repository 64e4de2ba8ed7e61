import { bareSecret, heardCounted, talk } from './heard.ts'
import type { Heard, Listener, Side } from './heard.ts'
import { loginListener } from './listen-login.ts'

/** A literal's announcement at the end of a line (RFC 9051 §4.3, RFC 7888 §3). */
const LITERAL = /~?\{(\d{1,10})(\+?)\}$/

/** What is said to people may end in braces and mean nothing by it. */
const SENTENCE = /^(?:\+|\S+ (?:OK|NO|BAD|BYE|PREAUTH))(?: |$)/i

/** Literals, which are counted, and logins. */
export function imapListener(): Listener {
  const login = loginListener(/^\+ ?(\S*)$/)
  const counted: Record<Side, number> = { client: 0, server: 0 }
  /** Octets that the client sends once the server has said `+`. */
  let announced = 0

  function clientLine(text: string): Heard {
    const answer = login.client(text)
    if (answer) return answer
    const begun = /^\S+ AUTHENTICATE [\w-]+(?: (\S+))?$/i.exec(text)
    if (begun) return login.begin(begun[1])
    const literal = LITERAL.exec(text)
    if (!literal) return /^\S+ LOGIN \S+ ./i.test(text) ? bareSecret : talk()
    if (literal[2]) return counting('client', Number(literal[1]))
    announced = Number(literal[1])
    return talk(`${announced} octets are to follow, once the server says +`)
  }

  function serverLine(text: string): Heard {
    const challenge = login.server(text)
    if (challenge) return challenge
    if (text.startsWith('+')) counted.client = announced
    // A tagged reply in place of the `+`: the literal is not sent.
    if (!text.startsWith('* ')) announced = 0
    if (text.startsWith('+') && counted.client > 0)
      return talk(`${counted.client} octets follow from the client, counted and not read`)
    const literal = SENTENCE.test(text) ? null : LITERAL.exec(text)
    return literal ? counting('server', Number(literal[1])) : talk()
  }

  function counting(from: Side, octets: number): Heard {
    counted[from] = octets
    return talk(`${octets} octets follow, counted and not read`)
  }

  return {
    counted: (from) => counted[from],
    hear(from, text, octets) {
      if (counted[from] > 0) return heardCounted((counted[from] -= octets))
      return from === 'client' ? clientLine(text) : serverLine(text)
    },
  }
}
