import { decodeBase64, encodeBase64 } from '../../core/base64.ts'
import { fromLatin1, utf8 } from '../../core/bytes.ts'
import type { Command, CommandContext } from '../command.ts'
import { readCount, readFlags } from '../flags.ts'
import { gatherInputs } from '../text/inputs.ts'

/** Characters in a line, as in the real program. */
const WIDTH = 76

export const base64: Command = {
  name: 'base64',
  kind: 'tool',
  summary: 'turn octets into base64, and back with -d',
  completes: ['files'],
  page: {
    synopsis: ['base64 [-d] [-i] [-w columns] [file]'],
    description: [
      'Prints a file, or what it is given, in base64, in lines of 76 characters; with `-d`, the octets that base64 stands for. Mail uses it for attachments, for signatures, and for names and passwords in `AUTH`.',
    ],
    options: [
      ['-d', 'decode'],
      ['-i', 'decode, and skip characters that are none of base64'],
      ['-w columns', 'so many characters in a line; 0 for one line'],
    ],
    examples: [
      [`printf '\\0alice@example.org\\0secret' | base64`, 'what AUTH PLAIN sends'],
      ['echo VXNlcm5hbWU6 | base64 -d', 'what AUTH LOGIN asks'],
    ],
    seeAlso: ['printf', 'openssl'],
  },
  run(words, context) {
    const known = {
      switches: { '-d': 'decode', '--decode': 'decode', '-D': 'decode', '-i': 'lenient' },
      values: { '-w': 'width', '--wrap': 'width' },
    } as const
    const given = readFlags<'decode' | 'lenient', 'width'>('base64', words, known, context)
    if (!given) return undefined
    const word = given.values.get('width')
    const width = word ? readCount(word, context) : WIDTH
    if (width === undefined) return undefined
    return gatherInputs('base64', given.words, context, (inputs) => {
      const [input] = inputs
      if (!input) return
      if (given.on.has('decode')) decode(input.octets, given.on.has('lenient'), context)
      else context.write(utf8(inLines(encodeBase64(input.octets), width)))
    })
  },
}

/** With `-w 0` there is no line end, not even at the end. */
function inLines(text: string, width: number): string {
  if (width === 0 || text === '') return text
  const lines: string[] = []
  for (let at = 0; at < text.length; at += width) lines.push(`${text.slice(at, at + width)}\n`)
  return lines.join('')
}

/** Prints what can be read before the first fault, as the real program does. */
function decode(octets: Uint8Array, isLenient: boolean, context: CommandContext): void {
  const text = fromLatin1(octets).replace(isLenient ? /[^A-Za-z0-9+/=]/g : /\n/g, '')
  const whole = decodeBase64(text)
  if (whole.ok) return context.write(whole.bytes)
  const good = text.slice(0, whole.at).replace(/=+$/, '')
  // Two or three characters of a group that is not whole are octets already.
  const usable = good.length % 4 === 1 ? good.slice(0, -1) : good
  const start = decodeBase64(usable.padEnd(Math.ceil(usable.length / 4) * 4, '='))
  if (start.ok) context.write(start.bytes)
  context.complain('base64: invalid input')
}
