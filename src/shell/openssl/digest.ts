import type { SignatureAlgorithm } from '../../core/effects.ts'
import { withCode } from '../../core/text/ansi.ts'
import { clip } from '../../core/text/clip.ts'
import { showText } from '../show-text.ts'
import { hexOf } from './hex.ts'
import { privateDer, publicDer, type Key } from './key.ts'
import { DIGESTS } from './subcommands.ts'
import { fail, keyNamed, readNamed, valueOf, writeOut, type Tool } from './tool.ts'

const NAMES = { sha1: 'SHA1', sha256: 'SHA2-256', sha512: 'SHA2-512' } as const
const ALGORITHMS = { sha1: 'sha-1', sha256: 'sha-256', sha512: 'sha-512' } as const
type Digest = keyof typeof NAMES

function digestOf({ name, given }: Tool): Digest {
  const chosen = DIGESTS.find((option) => given.on.has(option))
  return (chosen?.slice(1) ?? (name === 'dgst' ? 'sha256' : name)) as Digest
}

/** `dgst`, and a digest by its name: of files, or of standard input. */
export async function digest(tool: Tool): Promise<void> {
  const sources = tool.given.words.length
    ? tool.given.words.map(({ text }) => [text, readNamed(tool, text)] as const)
    : [['stdin', tool.input] as const]
  for (const [name, octets] of sources) if (octets) await digestOne(tool, name, octets)
}

async function digestOne(tool: Tool, name: string, data: Uint8Array): Promise<void> {
  const kind = digestOf(tool)
  const sign = valueOf(tool, '-sign')
  const verify = valueOf(tool, '-verify')
  if (verify !== undefined) return verifyOne(tool, verify, data)
  if (sign !== undefined) return signOne(tool, sign, name, data)
  const { crypto } = tool.context.world
  const made = await crypto.answer({ ask: 'digest', algorithm: ALGORITHMS[kind], data })
  print(tool, name, NAMES[kind], made as Uint8Array)
}

function print(tool: Tool, name: string, title: string, octets: Uint8Array): void {
  const { on } = tool.given
  if (on.has('-binary')) return writeOut(tool, octets)
  const text = hexOf(octets, on.has('-c') ? ':' : '')
  const shown = showText(clip(name))
  writeOut(tool, on.has('-r') ? `${text} *${shown}\n` : `${title}(${shown})= ${text}\n`)
}

/** RSA alone can sign a digest; SHA-1 and SHA-256 are what DKIM has. */
function algorithmFor(tool: Tool, key: Key): SignatureAlgorithm | undefined {
  const kind = digestOf(tool)
  if (key.kind === 'ed25519')
    return fail(
      tool,
      withCode(
        'Key type not supported for this operation\nEd25519 signs the message itself, not a digest: `openssl pkeyutl -sign -rawin`.',
      ),
    )
  if (kind === 'sha512')
    return fail(tool, withCode('Signatures here are made over `-sha256` or `-sha1`, as in DKIM.'))
  return kind === 'sha1' ? 'rsa-sha1' : 'rsa-sha256'
}

async function signOne(tool: Tool, file: string, name: string, data: Uint8Array): Promise<void> {
  const key = await keyNamed(tool, file, 'private')
  const algorithm = key && algorithmFor(tool, key)
  const der = key && privateDer(key)
  if (!algorithm || !der) return
  const made = await tool.context.world.crypto.answer({ ask: 'sign', algorithm, key: der, data })
  if (!(made instanceof Uint8Array)) return fail(tool, 'Error signing data')
  if (tool.given.on.has('-hex')) print(tool, name, `RSA-${NAMES[digestOf(tool)]}`, made)
  else writeOut(tool, made)
}

async function verifyOne(tool: Tool, file: string, data: Uint8Array): Promise<void> {
  const key = await keyNamed(tool, file, 'public')
  const algorithm = key && algorithmFor(tool, key)
  if (!algorithm) return
  const name = valueOf(tool, '-signature')
  if (name === undefined)
    return fail(tool, withCode('No signature to verify: use the `-signature` option'))
  const signature = readNamed(tool, name)
  if (!signature) return
  const question = { ask: 'verify', algorithm, key: publicDer(key), data, signature } as const
  report(tool, (await tool.context.world.crypto.answer(question)) === true)
}

function report(tool: Tool, holds: boolean): void {
  writeOut(tool, holds ? 'Verified OK\n' : 'Verification failure\n')
  if (!holds) tool.context.setStatus(1)
}

/** `pkeyutl`, as far as Ed25519 needs it: it signs the message as it is. */
export async function signRaw(tool: Tool): Promise<void> {
  const { on } = tool.given
  if (!on.has('-rawin') || on.has('-sign') === on.has('-verify'))
    return fail(
      tool,
      withCode(
        '`openssl pkeyutl` here signs and verifies with Ed25519: `-sign -rawin`, or `-verify -rawin`. For RSA there is `openssl dgst`.',
      ),
    )
  const file = valueOf(tool, '-inkey')
  if (file === undefined) return fail(tool, withCode('no private key given (`-inkey` parameter)'))
  const source = valueOf(tool, '-in')
  const data = source === undefined ? tool.input : readNamed(tool, source)
  const key = await keyNamed(tool, file, on.has('-pubin') ? 'public' : 'private')
  if (!data || !key) return
  if (key.kind !== 'ed25519') return fail(tool, withCode('For RSA there is `openssl dgst -sign`.'))
  await (on.has('-sign') ? signWith(tool, key, data) : verifyWith(tool, key, data))
}

const algorithm = 'ed25519-sha256'

async function signWith(tool: Tool, key: Key, data: Uint8Array): Promise<void> {
  const der = privateDer(key)
  if (!der) return fail(tool, 'A public key signs nothing.')
  const made = await tool.context.world.crypto.answer({ ask: 'sign', algorithm, key: der, data })
  if (made instanceof Uint8Array) writeOut(tool, made)
  else fail(tool, 'Error signing data')
}

async function verifyWith(tool: Tool, key: Key, data: Uint8Array): Promise<void> {
  const name = valueOf(tool, '-sigfile')
  if (name === undefined)
    return fail(tool, withCode('No signature file specified for verify (`-sigfile`)'))
  const signature = readNamed(tool, name)
  if (!signature || key.kind !== 'ed25519') return
  const question = { ask: 'verify', algorithm, key: key.point, data, signature } as const
  const holds = (await tool.context.world.crypto.answer(question)) === true
  writeOut(tool, holds ? 'Signature Verified Successfully\n' : 'Signature Verification Failure\n')
  if (!holds) tool.context.setStatus(1)
}
