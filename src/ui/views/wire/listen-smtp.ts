import { words } from '#words/conversation'
import { readCounted, readMessageLine, talk } from './line-reading.ts'
import type { LineReading, Listener } from './line-reading.ts'
import { loginListener } from './listen-login.ts'

/** Reads messages up to a lone dot, chunks by their length, and logins. */
export function smtpListener(): Listener {
  const login = loginListener(/^334 ?(\S*)$/)
  let chunk = 0
  /** `asked`: DATA was sent; the client's message follows once the server agrees. */
  let message: 'no' | 'asked' | 'on' = 'no'

  function clientLine(text: string): LineReading {
    const answer = login.client(text)
    if (answer) return answer
    const begun = /^AUTH [\w-]+(?: (\S+))?$/i.exec(text)
    if (begun) return login.begin(begun[1])
    const found = /^BDAT (\d{1,9})(?: LAST)?$/i.exec(text)
    if (found) {
      chunk = Number(found[1])
      return talk(words.byLength(chunk))
    }
    if (/^DATA$/i.test(text)) message = 'asked'
    return talk()
  }

  function serverLine(text: string): LineReading {
    const challenge = login.server(text)
    if (challenge) return challenge
    if (message === 'asked' && text.startsWith('354')) message = 'on'
    // A server that takes another line's end for the end answers, and the message is over.
    else if (message === 'on' && /^[245]/.test(text)) message = 'no'
    return talk()
  }

  return {
    remaining: (from) => (from === 'client' ? chunk : 0),
    read(from, text, octets) {
      if (from === 'server') return serverLine(text)
      if (chunk > 0) return readCounted((chunk -= octets))
      if (message !== 'on') return clientLine(text)
      const isWhole = octets === text.length + 2
      if (text === '.' && isWhole) message = 'no'
      return readMessageLine(text, isWhole)
    },
  }
}
