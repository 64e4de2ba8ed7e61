import { bareSecret, readMessageLine, talk } from './line-reading.ts'
import type { LineReading, Listener } from './line-reading.ts'
import { loginListener } from './listen-login.ts'

/** Commands whose answer goes on, up to a lone dot (RFC 1939 §5, §7; RFC 2449 §5). */
const LONG = /^(?:(?:RETR|TOP) .*|LIST|UIDL|CAPA|AUTH|LANG)$/i

/** Answers of several lines, and logins. Commands may be sent ahead (RFC 2449 §6.6). */
export function pop3Listener(): Listener {
  const login = loginListener(/^\+ (\S*)$/)
  /** What each command that has no answer yet waits for. */
  const asked: ('line' | 'lines')[] = []
  let isLong = false

  function clientLine(text: string): LineReading {
    const answer = login.client(text)
    if (answer) return answer
    asked.push(LONG.test(text) ? 'lines' : 'line')
    const begun = /^AUTH [\w-]+(?: (\S+))?$/i.exec(text)
    if (begun) return login.begin(begun[1])
    return /^PASS ./i.test(text) ? bareSecret : talk()
  }

  function serverLine(text: string): LineReading {
    const challenge = login.server(text)
    if (challenge) return challenge
    isLong = asked.shift() === 'lines' && text.startsWith('+OK')
    return talk()
  }

  return {
    remaining: () => 0,
    read(from, text, octets) {
      if (from === 'client') return clientLine(text)
      if (!isLong) return serverLine(text)
      if (text === '.') isLong = false
      return readMessageLine(text, octets === text.length + 2)
    },
  }
}
