import type { Exchange, Follower, LineReading } from './exchange.ts'

const REPLY = /^(\d{3})(?:([ -])|$)/

/** Follows SMTP and LMTP: messages up to a lone dot, chunks by their length, logins. */
export class SmtpFollower implements Follower {
  readonly exchanges: Exchange[] = []
  private readonly waiting: Exchange[] = []
  /** `asked`: DATA was sent, and no reply to it came. */
  private message: 'no' | 'asked' | 'on' = 'no'
  /** Octets of a chunk that are still to come. */
  private chunk = 0
  private isLogin = false
  private code = ''

  client(text: string): LineReading {
    if (this.chunk > 0) {
      this.chunk -= text.length + 2
      return { role: 'message' }
    }
    if (this.message !== 'no') return this.messageLine(text)
    if (this.isLogin) {
      this.isLogin = false
      return { role: 'answer' }
    }
    const [, verb = '', argument = ''] = /^\s*(\S*)\s*(.*)$/.exec(text)!
    const exchange = this.begin('command', text, verb.toUpperCase(), argument.trimEnd())
    if (exchange.verb === 'DATA' && argument === '') this.message = 'asked'
    const chunk = exchange.verb === 'BDAT' && /^(\d{1,9})(?:\s|$)/.exec(argument)
    if (chunk) this.chunk = Number(chunk[1])
    return { role: 'command', exchange }
  }

  server(text: string): LineReading {
    const found = REPLY.exec(text)
    if (!found) return { role: 'reply', oddity: 'no-code' }
    const [, code = '', next] = found
    const isOther = this.code !== '' && this.code !== code
    const isMore = next === '-'
    this.code = isMore ? code : ''
    const exchange = this.answered(Number(code), isMore)
    const role = isMore ? 'more' : roleOf(exchange, code)
    if (isOther) return { role, ...(exchange && { exchange }), oddity: 'mixed-codes' }
    return exchange ? { role, exchange } : { role }
  }

  isOwnLine(who: 'client' | 'server', _: string, text: string): boolean {
    return who === 'server' ? REPLY.test(text) : this.message !== 'no' || this.chunk > 0
  }

  private messageLine(text: string): LineReading {
    if (text !== '.') return { role: 'message' }
    this.message = 'no'
    return { role: 'end', exchange: this.begin('end', text, '.') }
  }

  private begin(kind: Exchange['kind'], text: string, verb = '', argument = ''): Exchange {
    const exchange: Exchange = { kind, verb, argument, octets: `${text}\r\n` }
    this.exchanges.push(exchange)
    this.waiting.push(exchange)
    return exchange
  }

  private answered(code: number, isMore: boolean): Exchange | undefined {
    const exchange = this.waiting[0] ?? this.unasked(code)
    if (!exchange || isMore) return exchange
    if (code === 334) this.isLogin = true
    else {
      exchange.answer = { code }
      this.waiting.shift()
    }
    if (exchange.verb === 'DATA') this.message = code === 354 ? 'on' : 'no'
    return exchange
  }

  /** The greeting, and 421: of all others no command is known that they answer. */
  private unasked(code: number): Exchange | undefined {
    return this.exchanges.length && code !== 421 ? undefined : this.begin('greeting', '')
  }
}

const roleOf = (exchange: Exchange | undefined, code: string): LineReading['role'] =>
  exchange?.kind === 'greeting' ? 'greeting' : code === '334' ? 'go-on' : 'reply'
