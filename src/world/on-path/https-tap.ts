import { utf8 } from '../../core/bytes.ts'
import type { InterceptedAct } from '../events/intercepted.ts'
import type { Internet } from '../internet.ts'
import type { WebAnswer, WebRequest } from '../web/answer.ts'
import type { WireAct } from './acts.ts'

/** Between whom somebody sits while one asks the other by HTTPS, and what they do there. */
export interface HttpsWire {
  readonly from: string
  readonly to: string
  readonly acts: readonly WireAct[]
  /** The id under which `from` keeps the message that it asks for. */
  readonly queueId?: string | undefined
}

/**
 * Somebody in the middle of a request by HTTPS. TLS comes first there, so they read and change only what goes through TLS that
 * ends at themselves, with a certificate that the client took.
 */
export class HttpsTap {
  readonly #net: Internet
  readonly #wire: HttpsWire
  readonly #isTaken: boolean
  #altered = false

  /** @param taken Whether the client took the certificate of the one in the middle. */
  constructor(net: Internet, wire: HttpsWire, taken: 'taken' | 'not-taken') {
    this.#net = net
    this.#wire = wire
    this.#isTaken = taken === 'taken'
    if (this.#isTaken)
      this.#note('own-certificate', 'TLS ends at somebody else, whose certificate the client took.')
  }

  request(request: WebRequest): WebRequest {
    return { ...request, body: this.#changed(request.body) }
  }

  answer(answer: WebAnswer, request: WebRequest): WebAnswer {
    const text = this.#changed(answer.text)
    if (this.#wire.acts.some(({ does }) => does === 'listen')) {
      const count = utf8(`${request.body}${answer.text}`).length
      const [read, hidden] = this.#isTaken ? [count, 0] : [0, count]
      this.#note('listen', `${read} octets were read; ${hidden} were under TLS.`)
    }
    return text === answer.text ? answer : { ...answer, text }
  }

  #note(does: InterceptedAct, what: string): void {
    noteAct(this.#net, this.#wire, does, what)
  }

  #changed(text: string): string {
    const alter = this.#wire.acts.find((one) => one.does === 'alter')
    const changed = alter && this.#isTaken ? text.replaceAll(alter.find, alter.replace) : text
    if (changed !== text && !this.#altered) {
      this.#altered = true
      this.#note('alter', `\`${alter!.find}\` became \`${alter!.replace}\` on the way.`)
    }
    return changed
  }
}

/** Logs what somebody did on the way of a request. */
export const noteAct = (
  net: Internet,
  { from, to, queueId }: HttpsWire,
  does: InterceptedAct,
  what: string,
): void =>
  net.emit({
    ...{ type: 'intercepted', does, from, to, what },
    ...(queueId !== undefined && { queueId }),
  })
