import { words } from '#words/conversation'
import { talk } from './line-reading.ts'
import type { LineReading } from './line-reading.ts'
import { unpacked } from './readable.ts'

/** Follows a login by SASL, whose lines are base64. */
export interface LoginListener {
  /** A command that begins one. @param initial The client's first answer, where it came along. */
  begin(initial: string | undefined): LineReading
  /** Reads the client's line; `undefined` where no answer is due. */
  client(text: string): LineReading | undefined
  /** Reads the server's line; `undefined` where it is no challenge. */
  server(text: string): LineReading | undefined
}

/** @param challenge What a server's challenge looks like; its base64 is the first group. */
export function loginListener(challenge: RegExp): LoginListener {
  /** `due`: the client's next line is its answer. */
  let state: 'no' | 'begun' | 'due' = 'no'
  return {
    begin(initial) {
      state = 'begun'
      const secret = initial === undefined ? undefined : unpacked(initial)
      return secret === undefined ? talk() : { role: 'secret', note: secret }
    },
    client(text) {
      if (state !== 'due') return undefined
      state = 'begun'
      return text === '*' ? talk(words.callsOff) : { role: 'secret', note: unpacked(text) }
    },
    server(text) {
      if (state === 'no') return undefined
      const found = challenge.exec(text)
      state = found ? 'due' : 'no'
      return found ? talk(unpacked(found[1]!)) : undefined
    },
  }
}
