import { utf8 } from '../../core/bytes.ts'
import { hexOf } from './hex.ts'
import { privateDer, publicDer, traditionalDer, type Key } from './key.ts'
import { keyText } from './key-text.ts'
import { writePem } from './pem.ts'
import { fail, keyOf, linesOf, readIn, valueOf, writeOut, type Tool } from './tool.ts'

/** `pkey` and `rsa`: shows a key, or its public half. */
export async function showKey(tool: Tool): Promise<void> {
  const { given, context, name } = tool
  const octets = readIn(tool)
  const isPublic = given.on.has('-pubin')
  const from = valueOf(tool, '-in') ?? '<stdin>'
  const key = octets && (await keyOf(tool, octets, isPublic ? 'public' : 'private', from))
  if (!key) return
  if (name === 'rsa' && key.kind !== 'rsa') return fail(tool, 'Not an RSA key')
  const asPublic = isPublic || given.on.has('-pubout')
  const text = given.on.has('-text') ? linesOf(keyText(key)) : ''
  const modulus = given.on.has('-modulus') && key.kind === 'rsa' ? modulusText(key.modulus) : ''
  const pem = given.on.has('-noout') ? '' : writePem(blockOf(tool, key, asPublic))
  if (name === 'rsa' && pem) context.note('writing RSA key')
  // Each of them has its own order.
  writeOut(tool, utf8(name === 'rsa' ? text + modulus + pem : pem + text))
}

const modulusText = (modulus: Uint8Array): string => `Modulus=${hexOf(modulus).toUpperCase()}\n`

function blockOf({ given }: Tool, key: Key, asPublic: boolean): { label: string; der: Uint8Array } {
  if (asPublic) return { label: 'PUBLIC KEY', der: publicDer(key) }
  if (given.on.has('-traditional') && key.kind === 'rsa')
    return { label: 'RSA PRIVATE KEY', der: traditionalDer(key) }
  return { label: 'PRIVATE KEY', der: privateDer(key) ?? new Uint8Array(0) }
}
