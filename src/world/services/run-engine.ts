import { utf8 } from '../../core/bytes.ts'
import type { EventBody } from '../events.ts'
import type { Opened, ServiceEffect, ServiceInput } from './service.ts'

/** What every engine gives for an input. */
export interface EngineTurn<Session, Effect> {
  readonly session: Session
  readonly effects: readonly Effect[]
}

export interface Engine<Session, Effect extends { readonly type: string }> {
  readonly start: EngineTurn<Session, Effect>
  step(session: Session, input: EngineInput): EngineTurn<Session, Effect>
  /** An answered command as an event of the world. */
  note(command: Extract<Effect, { readonly type: 'command' }>): EventBody
  /** What is said when the host goes down. */
  farewell(): readonly ServiceEffect[]
  /** Whether something is under way that must end first. */
  isBusy(session: Session): boolean
}

/** Inputs that engines take as they are. */
export type EngineInput = Exclude<ServiceInput, { readonly type: 'shutDown' }>

/** Keeps a session between its turns, and makes the world's effects of the engine's. */
export function runEngine<Session, Effect extends WireEffect | { readonly type: 'command' }>(
  engine: Engine<Session, Effect>,
): Opened {
  let { session } = engine.start
  let isLeaving = false
  const carryOut = (effect: Effect): ServiceEffect =>
    effect.type === 'command'
      ? { type: 'note', event: engine.note(effect as Extract<Effect, { type: 'command' }>) }
      : (effect as WireEffect)
  const leave = (): readonly ServiceEffect[] => {
    if (engine.isBusy(session)) return []
    isLeaving = false
    // What the session holds, such as the lock on a maildrop, it lets go.
    session = engine.step(session, { type: 'closed' }).session
    return engine.farewell()
  }
  return {
    effects: engine.start.effects.map(carryOut),
    take(input) {
      if (input.type === 'shutDown') {
        isLeaving = true
        return leave()
      }
      const turn = engine.step(session, input)
      session = turn.session
      return [...turn.effects.map(carryOut), ...(isLeaving ? leave() : [])]
    },
  }
}

type WireEffect = Extract<ServiceEffect, { type: 'send' | 'startTls' | 'close' }>

/** Last words, if any, and the end. */
export const goodbye = (words: string): readonly ServiceEffect[] => [
  ...(words ? [{ type: 'send' as const, bytes: utf8(words) }] : []),
  { type: 'close' },
]
