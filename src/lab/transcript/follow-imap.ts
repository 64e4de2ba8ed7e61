import type { Exchange, Follower, LineReading } from './exchange.ts'

/** A literal's announcement at the end of a line (RFC 9051 §4.3, RFC 7888 §3). */
const LITERAL = /~?\{(\d{1,10})\+?\}$/

const STATUS = /^(\S+) (OK|NO|BAD)(?= |$)/i

/** What hardly stands in a message. */
const UNTAGGED = /^\* (?:\d+ (?:FETCH|EXISTS|EXPUNGE|RECENT)|OK|NO|BAD|BYE)\b/i

interface ImapExchange extends Exchange {
  readonly tag: string
}

/** Follows IMAP: tags, literals of both sides, logins and IDLE. */
export class ImapFollower implements Follower {
  readonly exchanges: ImapExchange[] = []
  /** The command whose literal comes, and the octets of it that are still to come. */
  private literal: { readonly of: ImapExchange; left: number } | undefined
  /** Octets of a literal of the server that are still to come; undefined where none is open. */
  private data: number | undefined
  /** The command that goes on once the server has sent `+`. */
  private goesOn: ImapExchange | undefined

  client(text: string): LineReading {
    if (this.literal) return this.literalLine(this.literal, text)
    const open = this.goesOn
    if (open) {
      open.octets += `${text}\r\n`
      if (open.verb === 'IDLE') this.goesOn = undefined
      return { role: 'answer' }
    }
    const [, tag = '*', verb = '', argument = ''] =
      /^(\S+)(?: ((?:UID )?\S+))? ?(.*)$/i.exec(text) ?? []
    const exchange: ImapExchange = {
      ...{ kind: 'command', tag, verb: verb.toUpperCase(), argument, octets: `${text}\r\n` },
    }
    this.exchanges.push(exchange)
    this.announce(exchange, text)
    return { role: 'command', exchange }
  }

  server(text: string): LineReading {
    if (this.data !== undefined && this.dataLine(text)) return { role: 'data' }
    this.data = undefined
    if (/^\+(?: |$)/.test(text)) return this.continuation()
    if (text.startsWith('* ')) return this.untagged(text)
    const status = STATUS.exec(text)
    if (!status) return { role: 'reply', oddity: 'no-code' }
    const [, tag, word = ''] = status
    const exchange = this.exchanges.find((one) => one.tag === tag && !one.answer)
    if (!exchange) return { role: 'reply', oddity: 'unasked' }
    exchange.answer = { status: word.toUpperCase() }
    if (this.goesOn === exchange) this.goesOn = undefined
    if (this.literal?.of === exchange) this.literal = undefined
    return { role: 'reply', exchange }
  }

  isOwnLine(who: 'client' | 'server', before: string, text: string): boolean {
    if (who === 'client') return this.literal !== undefined || LITERAL.test(before)
    return (
      this.data !== undefined || LITERAL.test(before) || /^[*+] |^\S+ (?:OK|NO|BAD) /.test(text)
    )
  }

  /** Ends within this line, or takes all of it. */
  private literalLine(
    literal: { readonly of: ImapExchange; left: number },
    text: string,
  ): LineReading {
    const { of } = literal
    of.octets += `${text}\r\n`
    if (text.length < literal.left) literal.left -= text.length + 2
    else {
      const rest = text.slice(Math.max(0, literal.left))
      this.literal = undefined
      this.announce(of, rest)
    }
    return { role: 'literal', exchange: of }
  }

  private announce(exchange: ImapExchange, text: string): void {
    const found = LITERAL.exec(text)
    if (found) this.literal = { of: exchange, left: Number(found[1]) }
  }

  private continuation(): LineReading {
    const exchange = this.exchanges.findLast(({ answer }) => !answer)
    if (!exchange) return { role: 'go-on', oddity: 'unasked' }
    if (!this.literal) this.goesOn = exchange
    return { role: 'go-on', exchange }
  }

  private untagged(text: string): LineReading {
    const isGreeting = !this.exchanges.length && /^\* (?:OK|PREAUTH|BYE)\b/i.test(text)
    const isBye = /^\* BYE\b/i.test(text)
    const found = LITERAL.exec(text)
    // Text for people may end in braces without announcing a literal.
    if (found && !/^\* (?:OK|NO|BAD|BYE|PREAUTH)\b/i.test(text)) this.data = Number(found[1])
    if (!isGreeting && !(isBye && !this.isLeaving)) return { role: 'data' }
    const status = /^\* (\w+)/.exec(text)![1]!.toUpperCase()
    const exchange: ImapExchange = {
      ...{ kind: 'greeting', tag: '*', verb: '', argument: '', octets: '' },
      answer: { status },
    }
    this.exchanges.push(exchange)
    return { role: isGreeting ? 'greeting' : 'data', exchange }
  }

  /** The BYE before the answer to LOGOUT ends nothing yet. */
  private get isLeaving(): boolean {
    return this.exchanges.some(({ verb, answer }) => verb === 'LOGOUT' && !answer)
  }

  private isAwaited(text: string): boolean {
    const tag = STATUS.exec(text)?.[1]
    return this.exchanges.some((one) => one.tag === tag && !one.answer)
  }

  /** Whether a line belongs to the open literal, or to what stands behind it. */
  private dataLine(text: string): boolean {
    const left = this.data!
    // The transcript may have shortened it.
    if (UNTAGGED.test(text) || this.isAwaited(text)) return false
    if (text.length < left) this.data = left - text.length - 2
    else {
      const found = LITERAL.exec(text.slice(Math.max(0, left)))
      this.data = found ? Number(found[1]) : undefined
    }
    return true
  }
}
