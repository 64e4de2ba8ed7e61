import { concatBytes, utf8 } from '../../core/bytes.ts'
import type { Command } from '../command.ts'
import { jobLimits } from '../job/limits.ts'

/** Octets that it prints in one go. */
const CHUNK = 16_384

export const yes: Command = {
  name: 'yes',
  kind: 'tool',
  options: 'none',
  summary: 'print a line again and again',
  page: {
    synopsis: ['yes [text ...]'],
    description: [
      'Prints `y`, or a text of yours, again and again, until the program that reads it has enough, or the limit of what may be printed here is reached.',
    ],
    examples: [
      ['yes | head -3', 'three lines'],
      ['yes NOOP | head -20 | nc mx.example.org 25', 'a server that is often asked to do nothing'],
    ],
    seeAlso: ['head', 'echo'],
  },
  run(words, context) {
    const line = utf8(`${words.map(({ text }) => text).join(' ') || 'y'}\n`)
    const count = Math.max(1, Math.floor(CHUNK / line.length))
    const chunk = concatBytes(Array.from({ length: count }, () => line))
    // What is printed beyond the limit, or without a reader, goes nowhere.
    for (let size = 0; size <= jobLimits.output; size += chunk.length) context.write(chunk)
    return undefined
  },
}
