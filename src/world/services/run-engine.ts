import { utf8 } from '../../core/bytes.ts'
import type { BytesInput } from '../../protocols/shared/turn.ts'
import type { EventBody } from '../events/index.ts'
import { LoginGuard } from './login-guard.ts'
import type { Numbering } from './numbering.ts'
import type { Opened, ServiceEffect, ServiceInput } from './service.ts'

/** What every engine gives for an input. */
export interface EngineTurn<Session, Effect> {
  readonly session: Session
  readonly effects: readonly Effect[]
  readonly unread?: Uint8Array
}

export interface Engine<Session, Effect extends { readonly type: string }> {
  readonly start: EngineTurn<Session, Effect>
  step(session: Session, input: EngineInput): EngineTurn<Session, Effect>
  /** An answered command as an event of the world. */
  note(command: Extract<Effect, { readonly type: 'command' }>): EventBody
  /** The last words of a host that goes down. */
  farewell(): readonly ServiceEffect[]
  /** Its last words to a client that has failed to log in too often. */
  lockOut(): readonly ServiceEffect[]
  /** Whether something is under way that must end first. */
  isBusy(session: Session): boolean
  /** What the client calls the messages of a mailbox, where one is open. */
  numbering?(session: Session): Numbering | undefined
}

/** Inputs that engines take as they are. */
export type EngineInput =
  Exclude<ServiceInput, { readonly type: 'shutDown' | 'bytes' }> | BytesInput

type EngineEffect = WireEffect | { readonly type: 'command' }
type WireEffect = Extract<ServiceEffect, { type: 'send' | 'stream' | 'startTls' | 'close' }>

/** Keeps a session between its turns, and makes the world's effects of the engine's. */
export const runEngine = <Session, Effect extends EngineEffect>(
  engine: Engine<Session, Effect>,
): Opened => new EngineSession(engine)

class EngineSession<Session, Effect extends EngineEffect> implements Opened {
  readonly effects: readonly ServiceEffect[]
  readonly #engine: Engine<Session, Effect>
  readonly #guard: LoginGuard
  #session: Session
  #unread: Uint8Array | undefined
  #isLeaving = false

  constructor(engine: Engine<Session, Effect>) {
    this.#engine = engine
    this.#session = engine.start.session
    this.effects = this.#translated(engine.start.effects)
    this.#guard = new LoginGuard(engine.lockOut())
  }

  get numbering(): Numbering | undefined {
    return this.#engine.numbering?.(this.#session)
  }

  handle(input: ServiceInput): readonly ServiceEffect[] {
    if (input.type === 'shutDown') {
      this.#isLeaving = true
      return this.#leave()
    }
    if (input.type === 'bytes') return this.#step({ ...input, pauses: true })
    const unread = input.type === 'closed' ? undefined : this.#unread
    const effects = this.#step(input)
    this.#unread = unread
    return effects
  }

  resume(): readonly ServiceEffect[] | undefined {
    const bytes = this.#unread
    return bytes && this.#step({ type: 'bytes', bytes, pauses: true, isUnread: true })
  }

  #step(input: EngineInput): readonly ServiceEffect[] {
    const { session, effects, unread } = this.#engine.step(this.#session, input)
    this.#session = session
    this.#unread = unread
    const guarded = this.#guard.guard(this.#translated(effects))
    if (this.#guard.isOver) {
      this.#release()
      return guarded
    }
    return this.#isLeaving ? [...guarded, ...this.#leave()] : guarded
  }

  #leave(): readonly ServiceEffect[] {
    if (this.#engine.isBusy(this.#session)) return []
    this.#isLeaving = false
    this.#release()
    return this.#engine.farewell()
  }

  /** Lets go of what the session holds, such as the lock on a maildrop. */
  #release(): void {
    this.#session = this.#engine.step(this.#session, { type: 'closed' }).session
    this.#unread = undefined
  }

  #translated(effects: readonly Effect[]): ServiceEffect[] {
    return effects.map((effect) =>
      effect.type === 'command'
        ? {
            type: 'note',
            event: this.#engine.note(effect as Extract<Effect, { type: 'command' }>),
          }
        : (effect as WireEffect),
    )
  }
}

/** Last words, if any, and the end. */
export const goodbye = (words: string): readonly ServiceEffect[] => [
  ...(words ? [{ type: 'send' as const, bytes: utf8(words) }] : []),
  { type: 'close' },
]
