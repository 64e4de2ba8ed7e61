import type { IncomingMessage, ServerResponse } from 'node:http'
import {
  classLimits,
  ROOM,
  type ClassFacts,
  type ScreenPosition,
} from '../../lab/class/protocol.ts'
import { readStudentMessage, readTeacherMessage } from '../../lab/class/read-message.ts'
import { hear, teach, type Refusal } from '../../lab/class/room.ts'
import { studentView } from '../../lab/class/views.ts'
import { readBody } from '../http/read-body.ts'
import { isSameSecret } from '../http/same-secret.ts'
import type { ClassRoom } from './class-room.ts'
import { Rate } from './rate.ts'
import { RoomStreams } from './room-streams.ts'

export interface RoomOptions {
  readonly room: ClassRoom
  /** What students show to join. */
  readonly code: string
  /** What the teacher's pages show. */
  readonly secret: string
  readonly facts: () => ClassFacts
}

/** What a student's page may send; a lesson that is done fast sends a report each second. */
const SAYING = { burst: 30, perSecond: 4 }
/** Students that come from one address: a room behind one router comes at once. */
const JOINING = { burst: 240, perSecond: 2 }
/** Codes and keys that are wrong. */
const GUESSING = { burst: 12, perSecond: 0.2 }

const STATUS: Readonly<Record<Refusal, number>> = {
  ...{ full: 503, unknown: 404, closed: 409, stale: 409, large: 413 },
}

/**
 * The room of a class over HTTP. Students: `join`, `say`, `events`, `me`; the teacher: `teach`, `board`,
 * `facts`. Who asks shows a code or key as `Authorization: Bearer …`; a stream, which a page cannot give
 * headers, has it in its address, as `screen=RUN.COUNT` is there where it follows the presenter.
 */
export class RoomRequests {
  readonly streams: RoomStreams
  readonly #options: RoomOptions
  readonly #saying: Rate
  readonly #joining: Rate
  readonly #guessing: Rate

  constructor(options: RoomOptions) {
    const { now } = options.room
    this.#options = options
    this.streams = new RoomStreams(options.room)
    this.#saying = new Rate(SAYING, now)
    this.#joining = new Rate(JOINING, now)
    this.#guessing = new Rate(GUESSING, now)
  }

  async answer(url: URL, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const name = url.pathname.slice(ROOM.length)
    const method = POSTED.has(name) ? 'POST' : 'GET'
    if (!POSTED.has(name) && !ASKED.has(name)) return end(response, 404)
    if (request.method !== method) return end(response, 405, { Allow: method })
    const address = request.socket.remoteAddress ?? ''
    if (!this.#guessing.isOpen(address)) return end(response, 429)
    const key = keyOf(url, request)
    if (name === 'join') return this.#join(address, key, request, response)
    if (TEACHERS.has(name)) {
      if (!isSameSecret(key, this.#options.secret)) return this.#wrong(address, response)
      return this.#answerTeacher(name, request, response)
    }
    const student = this.#options.room.studentOf(key)
    if (student === undefined) return this.#wrong(address, response)
    if (name === 'events') return this.#openStream(url, student, response)
    return this.#answerStudent(name, student, request, response)
  }

  /** A key that is none is an attempt to guess one, or one of a class that has ended. */
  #wrong(address: string, response: ServerResponse): void {
    this.#guessing.takes(address)
    end(response, 401)
  }

  async #join(
    address: string,
    code: string,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const { room } = this.#options
    if (!isSameSecret(code.toLowerCase(), this.#options.code)) return this.#wrong(address, response)
    if (!this.#joining.takes(address)) return end(response, 429)
    const message = await readSent(request, classLimits.report, readStudentMessage)
    if (typeof message === 'string' || message.kind !== 'join') return refuse(response, message)
    const joined = room.join(message.name)
    if (!joined) return end(response, 503)
    const { path } = this.#options.facts()
    json(response, { key: joined.key, view: studentView(room.room, joined.student), path })
  }

  #openStream(url: URL, student: number, response: ServerResponse): void {
    this.streams.saw(student)
    this.streams.openStudent(student, response, positionIn(url))
  }

  async #answerStudent(
    name: string,
    student: number,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const { room } = this.#options
    this.streams.saw(student)
    if (!this.#saying.takes(String(student))) return end(response, 429)
    if (name === 'me') return json(response, studentView(room.room, student) ?? {})
    const message = await readSent(request, classLimits.report, readStudentMessage)
    if (typeof message === 'string' || message.kind === 'join') return refuse(response, message)
    const turn = room.take(hear(room.room, student, message, room.now()))
    if (!turn.ok) return end(response, STATUS[turn.refusal])
    json(response, studentView(room.room, student) ?? {})
  }

  async #answerTeacher(
    name: string,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const { room, facts } = this.#options
    if (name === 'board') return this.streams.openBoard(response)
    if (name === 'facts') return json(response, facts())
    const message = await readSent(request, classLimits.teach, readTeacherMessage)
    if (typeof message === 'string') return refuse(response, message)
    const turn = room.take(teach(room.room, message))
    end(response, turn.ok ? 204 : STATUS[turn.refusal])
  }
}

const POSTED: ReadonlySet<string> = new Set(['join', 'say', 'teach'])
const ASKED: ReadonlySet<string> = new Set(['events', 'me', 'board', 'facts'])
const TEACHERS: ReadonlySet<string> = new Set(['teach', 'board', 'facts'])

/** Longer ones are none. */
const MOST_KEY = 100

function keyOf(url: URL, { headers }: IncomingMessage): string {
  const [, given] = /^Bearer +(\S+)$/i.exec(headers.authorization ?? '') ?? []
  return (given ?? url.searchParams.get('key') ?? '').slice(0, MOST_KEY)
}

/** How far a page has followed the presenter; undefined where it does not follow. */
function positionIn(url: URL): ScreenPosition | undefined {
  const [, run, count] = /^(\d{1,15})\.(\d{1,15})$/.exec(url.searchParams.get('screen') ?? '') ?? []
  return run === undefined ? undefined : { run: Number(run), count: Number(count) }
}

/** Reads what was sent. @returns A sentence where it is too long, no JSON, or no message. */
async function readSent<Message>(
  request: IncomingMessage,
  most: number,
  read: (value: unknown) => Message | string,
): Promise<Message | string> {
  const body = await readBody(request, most)
  if (body === undefined) return `A message has ${most} octets at most.`
  try {
    return read(JSON.parse(body.toString('utf8')))
  } catch {
    return 'This is no JSON.'
  }
}

function json(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(value))
}

const refuse = (response: ServerResponse, message: unknown): void =>
  void response
    .writeHead(400, { 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close' })
    .end(typeof message === 'string' ? message : 'This message does not belong here.')

const end = (
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>> = {},
): void => void response.writeHead(status, headers).end()
