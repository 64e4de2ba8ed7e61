import type { Launch } from '../learning/cmi5/launch.ts'
import type { Cmi5Statement } from '../learning/cmi5/statements.ts'

const VERSION = '1.0.3'

/** Milliseconds that an answer may take. */
export const PATIENCE = 15_000

type Send = (address: string, request: RequestInit) => Promise<Response>

/** Whether the page goes on, or is about to go: then the browser finishes what is sent. */
type When = 'now' | 'last'

/** A store of learning records, as cmi5 has a lesson use it. Each act rejects where it was not done. */
export class Lrs {
  readonly #launch: Launch
  readonly #token: string
  readonly #send: Send

  constructor(launch: Launch, token: string, send: Send) {
    this.#launch = launch
    this.#token = token
    this.#send = send
  }

  /** A document of this lesson; undefined where there is none. */
  async text(stateId: string): Promise<string | undefined> {
    const answer = await this.#ask('activities/state', this.#document(stateId))
    return answer.status === 404 || answer.status === 204 ? undefined : answer.text()
  }

  async json(stateId: string): Promise<unknown> {
    const text = await this.text(stateId)
    return text === undefined ? undefined : (JSON.parse(text) as unknown)
  }

  /** What the learner prefers; asked for because an LMS wants it to be. */
  async preferences(): Promise<void> {
    await this.#ask('agents/profile', {
      profileId: 'cmi5LearnerPreferences',
      agent: JSON.stringify(this.#launch.actor),
    })
  }

  async keep(stateId: string, text: string, when: When = 'now'): Promise<void> {
    await this.#do('PUT', this.#address('activities/state', this.#document(stateId)), {
      ...{ body: text, type: 'text/plain; charset=utf-8', when },
    })
  }

  async state(statements: readonly Cmi5Statement[], when: When = 'now'): Promise<void> {
    await this.#do('POST', this.#address('statements', {}), {
      ...{ body: JSON.stringify(statements), type: 'application/json', when },
    })
  }

  #document(stateId: string): Readonly<Record<string, string>> {
    const { activityId, registration, actor } = this.#launch
    return { stateId, activityId, registration, agent: JSON.stringify(actor) }
  }

  /** The endpoint may have a query of its own. */
  #address(path: string, query: Readonly<Record<string, string>>): string {
    const address = new URL(this.#launch.endpoint)
    address.pathname = address.pathname.replace(/\/?$/, `/${path}`)
    for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value)
    return address.href
  }

  get #headers(): Record<string, string> {
    return { Authorization: `Basic ${this.#token}`, 'X-Experience-API-Version': VERSION }
  }

  async #ask(path: string, query: Readonly<Record<string, string>>): Promise<Response> {
    const answer = await this.#send(this.#address(path, query), {
      ...{ headers: this.#headers, cache: 'no-store', signal: AbortSignal.timeout(PATIENCE) },
    })
    if (!answer.ok && answer.status !== 404) throw new Error(`${path}: ${answer.status}`)
    return answer
  }

  async #do(
    method: 'PUT' | 'POST',
    address: string,
    { body, type, when }: { readonly body: string; readonly type: string; readonly when: When },
  ): Promise<void> {
    const answer = await this.#send(address, {
      ...{ method, body, headers: { ...this.#headers, 'Content-Type': type } },
      ...(when === 'last' ? { keepalive: true } : { signal: AbortSignal.timeout(PATIENCE) }),
    })
    if (!answer.ok) throw new Error(`${method} ${new URL(address).pathname}: ${answer.status}`)
  }
}
