import { request, type IncomingMessage } from 'node:http'
import { once } from 'node:events'
import {
  readBoardMessage,
  readScreenMessage,
  readStudentView,
} from '../../../lab/class/read-message.ts'
import {
  CLASS_PROTOCOL,
  ROOM,
  type BoardMessage,
  type ScreenMessage,
  type ScreenPosition,
  type StudentView,
} from '../../../lab/class/protocol.ts'

/** What a request came to. */
export interface Answer {
  readonly status: number
  readonly text: string
}

/** A room over HTTP, as pages and as others ask it. */
export class ClassClient {
  readonly port: number

  constructor(port: number) {
    this.port = port
  }

  /** @param body Sent as it is where it is a text, else as JSON. */
  async ask(
    name: string,
    key: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer> {
    const method = body === undefined ? 'GET' : 'POST'
    const asked = request({
      ...{ host: '127.0.0.1', port: this.port, path: ROOM + name, method },
      headers: { host: `127.0.0.1:${this.port}`, authorization: `Bearer ${key}`, ...headers },
    })
    asked.end(typeof body === 'string' ? body : body && JSON.stringify(body))
    const [response] = (await once(asked, 'response')) as [IncomingMessage]
    let text = ''
    for await (const piece of response) text += String(piece)
    return { status: response.statusCode ?? 0, text }
  }

  async join(code: string, name = ''): Promise<{ key: string; view: StudentView }> {
    const { status, text } = await this.ask('join', code, {
      ...{ kind: 'join', version: CLASS_PROTOCOL, name },
    })
    if (status !== 200) throw new Error(`Joining failed: ${status} ${text}`)
    return JSON.parse(text) as { key: string; view: StudentView }
  }

  /** Follows a stream: `heard` gets each message. @returns A function that ends it. */
  async follow(
    name: 'events' | 'board',
    key: string,
    heard: (value: unknown) => void,
    ended: (name: string) => void = () => undefined,
    more = '',
  ): Promise<() => void> {
    const asked = request({
      ...{ host: '127.0.0.1', port: this.port, path: `${ROOM}${name}?key=${key}${more}` },
      headers: { host: `127.0.0.1:${this.port}` },
    })
    asked.on('error', () => undefined).end()
    const [response] = (await once(asked, 'response')) as [IncomingMessage]
    if (response.statusCode !== 200) throw new Error(`No stream: ${response.statusCode}`)
    let text = ''
    response
      .on('error', () => undefined)
      .on('data', (piece: Buffer) => {
        const frames = (text + piece.toString()).split('\n\n')
        text = frames.pop() ?? ''
        for (const frame of frames) {
          const [, event] = /^event: (.*)$/m.exec(frame) ?? []
          const [, data] = /^data: (.*)$/m.exec(frame) ?? []
          if (event !== undefined) ended(event)
          else if (data !== undefined) heard(JSON.parse(data))
        }
      })
    return () => void asked.destroy()
  }

  /** Follows as a board, each message read as a page reads it. */
  board(secret: string, heard: (message: BoardMessage) => void): Promise<() => void> {
    return this.follow('board', secret, (value) => {
      const message = readBoardMessage(value)
      if (typeof message === 'string') throw new Error(message)
      heard(message)
    })
  }

  /** Follows as a student. */
  student(key: string, heard: (view: StudentView) => void): Promise<() => void> {
    return this.follow('events', key, (value) => {
      const view = readStudentView(value)
      if (typeof view === 'string') throw new Error(view)
      heard(view)
    })
  }

  /** Follows the presenter, as a student. @param at What is there already. */
  screen(
    key: string,
    heard: (message: ScreenMessage) => void,
    { run, count }: ScreenPosition = { run: 0, count: 0 },
  ): Promise<() => void> {
    const received = (value: unknown) => {
      if ((value as { kind?: unknown }).kind !== 'screen') return
      const message = readScreenMessage(value)
      if (typeof message === 'string') throw new Error(message)
      heard(message)
    }
    return this.follow('events', key, received, undefined, `&screen=${run}.${count}`)
  }
}
