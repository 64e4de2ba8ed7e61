import { decodeBase64, encodeBase64 } from '../../core/base64.ts'
import { fromLatin1, utf8 } from '../../core/bytes.ts'
import { withCode } from '../../core/text/ansi.ts'
import { randomId, seededRandom } from '../../core/random.ts'
import { fail, readIn, writeOut, type Tool } from './tool.ts'

const WIDTH = 64

/** `base64`, and `enc -base64`: lines of 64 characters, or one line with `-A`. */
export function encode(tool: Tool): void {
  const { name, given } = tool
  if (name === 'enc' && !given.on.has('-base64') && !given.on.has('-a'))
    return fail(tool, withCode('`openssl enc` here knows one cipher, which is none: `-base64`.'))
  const octets = readIn(tool)
  if (!octets) return
  if (given.on.has('-d')) return decode(tool, octets)
  const text = encodeBase64(octets)
  const lines = given.on.has('-A') ? text : text.replace(new RegExp(`.{1,${WIDTH}}`, 'g'), '$&\n')
  writeOut(tool, utf8(lines))
}

/** Prints nothing of what is not base64, as the real program does. */
function decode(tool: Tool, octets: Uint8Array): void {
  const read = decodeBase64(fromLatin1(octets))
  if (read.ok) return writeOut(tool, read.bytes)
  tool.context.note(
    withCode('What was given is no whole base64. `base64 -d` shows as much as can be read.'),
  )
}

/** `rand`: octets that the seed of the world decides. */
export function rand(tool: Tool): void {
  const { given, context } = tool
  const [count] = given.words
  const size = count && /^\d{1,6}$/.test(count.text) ? Number(count.text) : 0
  if (!size) return fail(tool, withCode('rand: Name how many octets: `openssl rand -hex 16`.'))
  const random = seededRandom(context.world.spec.seed * 65_537 + context.history.length)
  const digits = randomId(random, size * 2)
  const octets = Uint8Array.from({ length: size }, (_, at) =>
    parseInt(digits.slice(at * 2, at * 2 + 2), 16),
  )
  if (given.on.has('-hex')) writeOut(tool, `${digits.toLowerCase()}\n`)
  else if (given.on.has('-base64')) writeOut(tool, encodeBase64(octets).replace(/.{1,64}/g, '$&\n'))
  else writeOut(tool, octets)
}
