import type { Exchange, Follower, LineReading } from './exchange.ts'

/** Commands whose answer goes on, up to a lone dot (RFC 1939 §5, §7; RFC 2449 §5). */
const LONG = /^(?:RETR|TOP|CAPA)$|^(?:LIST|UIDL|LANG|AUTH)$/
const LONG_WITH_ARGUMENT = /^(?:RETR|TOP)$/

/** Follows POP3: answers of several lines, and logins. */
export class Pop3Follower implements Follower {
  readonly exchanges: Exchange[] = []
  private readonly waiting: Exchange[] = []
  private isLong = false
  private isLogin = false

  client(text: string): LineReading {
    if (this.isLogin) {
      this.isLogin = false
      return { role: 'answer' }
    }
    const [, verb = '', argument = ''] = /^(\S*) ?(.*)$/.exec(text)!
    return { role: 'command', exchange: this.begin('command', text, verb.toUpperCase(), argument) }
  }

  server(text: string): LineReading {
    if (this.isLong) {
      this.isLong = text !== '.'
      return { role: this.isLong ? 'data' : 'end' }
    }
    const status = /^(?:\+OK|-ERR|\+)(?= |$)/i.exec(text)?.[0].toUpperCase()
    if (status === undefined) return { role: 'reply', oddity: 'no-code' }
    const exchange = this.waiting[0] ?? this.unasked()
    // It may hang up at any time, and says why.
    if (!exchange) return { role: 'reply', ...(status === '+OK' && { oddity: 'unasked' }) }
    if (status === '+') {
      this.isLogin = true
      return { role: 'go-on', exchange }
    }
    this.waiting.shift()
    exchange.answer = { status }
    this.isLong = status === '+OK' && isLong(exchange)
    return { role: exchange.kind === 'greeting' ? 'greeting' : 'reply', exchange }
  }

  isOwnLine(who: 'client' | 'server'): boolean {
    return who === 'server'
  }

  private begin(kind: Exchange['kind'], text: string, verb = '', argument = ''): Exchange {
    const exchange: Exchange = { kind, verb, argument, octets: `${text}\r\n` }
    this.exchanges.push(exchange)
    this.waiting.push(exchange)
    return exchange
  }

  private unasked(): Exchange | undefined {
    return this.exchanges.length ? undefined : this.begin('greeting', '')
  }
}

const isLong = ({ verb, argument }: Exchange): boolean =>
  argument === '' ? LONG.test(verb) : LONG_WITH_ARGUMENT.test(verb)
