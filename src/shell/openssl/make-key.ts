import { utf8 } from '../../core/bytes.ts'
import { decodeBase64 } from '../../core/base64.ts'
import { withCode } from '../../core/text/ansi.ts'
import { pickKey } from '../keys/pick.ts'
import { showText } from '../show-text.ts'
import { ed25519Of, privateDer, readKey, traditionalDer, type Key } from './key.ts'
import { keyText } from './key-text.ts'
import { writePem } from './pem.ts'
import { fail, linesOf, valueOf, writeOut, type Tool } from './tool.ts'

const BITS = '2048'

/** Where the size of an RSA key is asked for. @returns What is wrong with it. */
function wrongOption(tool: Tool): string | undefined {
  for (const [name, { text }] of tool.given.all) {
    if (name !== '-pkeyopt') continue
    const [, option = '', value = ''] = /^([^:]*):?(.*)$/.exec(text) ?? []
    if (option !== 'rsa_keygen_bits') return `\`-pkeyopt\` here knows \`rsa_keygen_bits:${BITS}\`.`
    if (value !== BITS) return `RSA keys here have ${BITS} bits.`
  }
  const [bits] = tool.given.words
  return bits && bits.text !== BITS ? `RSA keys here have ${BITS} bits.` : undefined
}

/** `genpkey` and `genrsa`: the same line typed at the same place makes the same key at each replay. */
export async function makeKey(tool: Tool): Promise<void> {
  const wrong = wrongOption(tool)
  if (wrong !== undefined) return fail(tool, withCode(wrong))
  const algorithm = tool.name === 'genrsa' ? 'RSA' : valueOf(tool, '-algorithm')
  if (algorithm === undefined)
    return fail(
      tool,
      withCode('genpkey: Name the kind of key: `-algorithm RSA`, or `-algorithm ED25519`.'),
    )
  const key = await newKey(tool, algorithm.toLowerCase())
  if (!key)
    return fail(
      tool,
      withCode(
        `genpkey: Error initializing ${showText(algorithm)} context\nKeys of \`RSA\` and \`ED25519\` can be made here.`,
      ),
    )
  const text = tool.given.on.has('-text') ? linesOf(keyText(key)) : ''
  const isTraditional = key.kind === 'rsa' && tool.given.on.has('-traditional')
  const der = isTraditional ? traditionalDer(key) : privateDer(key)
  const label = isTraditional ? 'RSA PRIVATE KEY' : 'PRIVATE KEY'
  if (der) writeOut(tool, writePem({ label, der }) + text)
}

async function newKey(tool: Tool, algorithm: string): Promise<Key | undefined> {
  const { context } = tool
  const { world, host, history } = context
  const name = `${host.name} ${history.length} ${valueOf(tool, '-out') ?? ''}`
  if (algorithm === 'rsa') {
    const pooled = decodeBase64(pickKey(name, context).privateKey)
    return pooled.ok ? readKey({ label: 'PRIVATE KEY', der: pooled.bytes }, context) : undefined
  }
  if (algorithm !== 'ed25519') return undefined
  const data = utf8(`${world.spec.seed} ed25519 ${name}`)
  const secret = await world.crypto.answer({ ask: 'digest', algorithm: 'sha-256', data })
  return secret instanceof Uint8Array ? ed25519Of(secret, context) : undefined
}
