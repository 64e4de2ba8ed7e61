import { readJson, writeJson } from '../lab/octet-json.ts'
import type { LabLine, LineListener, OpenLine } from '../lab/line.ts'
import type { LabRequest } from '../lab/protocol.ts'
import { readOutput } from '../lab/read-output.ts'
import { isObject } from '../core/text/is-object.ts'

/** Opens a line to a host behind HTTP. @param labs The address where a bridge opens labs. */
export const openHttp =
  (labs: URL): OpenLine =>
  (listener) =>
    new HttpLine(labs, listener)

class HttpLine implements LabLine {
  readonly #listener: LineListener
  readonly #stop = new AbortController()
  /** Where requests go, once the host has said its name. */
  readonly #address: Promise<URL>
  #named: (address: URL) => void = () => undefined
  /** Requests go one after the other, so that they come in order. */
  #last: Promise<unknown>

  constructor(labs: URL, listener: LineListener) {
    this.#listener = listener
    this.#address = new Promise((resolve) => (this.#named = resolve))
    this.#last = this.#address
    this.#listen(labs).then(
      () => this.#broke('The bridge has ended the lab.'),
      (error: unknown) => this.#broke(error instanceof Error ? error.message : String(error)),
    )
  }

  post(request: LabRequest): void {
    this.#last = this.#last
      .then(() => this.#hand(request))
      .catch((error: unknown) => {
        this.#broke(error instanceof Error ? error.message : String(error))
      })
  }

  close(): void {
    this.#stop.abort()
  }

  async #hand(request: LabRequest): Promise<void> {
    const { signal } = this.#stop
    if (signal.aborted) return
    const body = writeJson(request)
    const headers = { 'Content-Type': 'application/json' }
    const answer = await fetch(await this.#address, { method: 'POST', body, headers, signal })
    if (!answer.ok) throw new Error(await answer.text())
  }

  async #listen(labs: URL): Promise<void> {
    const answer = await fetch(labs, { signal: this.#stop.signal })
    if (!answer.ok || !answer.body) throw new Error(await answer.text())
    const text = answer.body.pipeThrough(new TextDecoderStream())
    let rest = ''
    for await (const piece of piecesOf(text)) {
      const lines = (rest + piece).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) this.#took(labs, readJson(line))
    }
  }

  #took(labs: URL, value: unknown): void {
    if (isObject(value) && typeof value['lab'] === 'string')
      return this.#named(new URL(`${labs.pathname}/${value['lab']}`, labs))
    const output = readOutput(value)
    // What cannot be read may be what all that follows builds on.
    if (typeof output === 'string') this.#broke(output)
    else if (!this.#stop.signal.aborted) this.#listener.received(output)
  }

  #broke(reason: string): void {
    if (this.#stop.signal.aborted) return
    this.#stop.abort()
    this.#listener.broke(reason)
  }
}

/** Not every browser can iterate over a stream by itself. */
async function* piecesOf(stream: ReadableStream<string>): AsyncGenerator<string> {
  const reader = stream.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    yield value
  }
}
