import { signDkim } from '../../auth/dkim/sign.ts'
import { verifyDkim, type DkimVerdict } from '../../auth/dkim/verify.ts'
import { encodeBase64 } from '../../core/base64.ts'
import { fromLatin1, latin1 } from '../../core/bytes.ts'
import { runAsync, type Answer, type Question } from '../../core/effects.ts'
import { dim, withCode } from '../../core/text/ansi.ts'
import { parseMessage } from '../../message/parse.ts'
import type { CommandContext } from '../command.ts'
import { pathOf } from '../files/place.ts'
import { privateDer, readKey } from '../openssl/key.ts'
import { readPem } from '../openssl/pem.ts'
import { showText } from '../show-text.ts'

/** What a message is to be signed with. */
export interface Signing {
  readonly domain: string
  readonly selector: string
  /** The name of a PEM file. */
  readonly key: string
  /** How lines of the signature and of the message end in what is printed. */
  readonly lineEnd: 'lf' | 'crlf'
}

/** The statuses of the real program, from `sysexits.h`. */
const UNAVAILABLE = 70
const NO_FILE = 71

const answerer =
  ({ world, host }: CommandContext) =>
  (question: Question): Answer | Promise<Answer> =>
    question.ask === 'dns'
      ? world.lookUp(host.name, question.name, question.type)
      : world.crypto.answer(question)

/** Checks every signature; prints only what is wrong. */
export async function verifyMessage(octets: Uint8Array, context: CommandContext): Promise<void> {
  const message = parseMessage(withCrlf(octets))
  const verdict = await runAsync(
    verifyDkim(message, { now: context.world.clock.now() }),
    answerer(context),
  )
  if (verdict.result === 'pass') return
  context.setStatus(UNAVAILABLE)
  context.complain(`opendkim-testmsg: ${wordsOf(verdict.result)}`)
  context.note(dim(withCode(showText(verdict.reason))))
}

/** In the words of the library. */
function wordsOf(result: DkimVerdict['result']): string {
  if (result === 'none') return 'dkim_chunk(): No signature'
  return `dkim_eom(): ${result === 'fail' ? 'Bad signature' : 'Key retrieval failed'}`
}

export async function signMessage(
  octets: Uint8Array,
  { domain, selector, key: file, lineEnd }: Signing,
  context: CommandContext,
): Promise<void> {
  const fail = (status: number, reason: string): void => {
    context.setStatus(status)
    context.complain(withCode(`opendkim-testmsg: ${reason}`))
  }
  const { session, world } = context
  const stored = session.files.read(pathOf(session, file))
  if (!stored) return fail(NO_FILE, `${showText(file)}: open(): No such file or directory`)
  const [block] = readPem(stored.octets)
  const key = block && (await readKey(block, context))
  const der = key && privateDer(key)
  if (!der)
    return fail(
      UNAVAILABLE,
      `dkim_eom(): Resource unavailable\n\`${showText(file)}\` holds no private key.`,
    )
  const signed = await runAsync(
    signDkim(withCrlf(octets), {
      ...{ domain, selector, privateKey: encodeBase64(der), now: world.clock.now() },
      algorithm: key.kind === 'rsa' ? 'rsa-sha256' : 'ed25519-sha256',
    }),
    answerer(context),
  )
  if (!signed.ok) return fail(UNAVAILABLE, showText(signed.reason))
  context.write(lineEnd === 'crlf' ? signed.bytes : withLf(signed.bytes))
}

/** A message of a file has bare line feeds; its signature is over CRLF. */
const withCrlf = (octets: Uint8Array): Uint8Array =>
  latin1(fromLatin1(octets).replace(/\r?\n/g, '\r\n'))

const withLf = (octets: Uint8Array): Uint8Array =>
  latin1(fromLatin1(octets).replaceAll('\r\n', '\n'))
