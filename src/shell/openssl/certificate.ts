import { isFor } from '../../world/tls/certificate.ts'
import { withCode } from '../../core/text/ansi.ts'
import { clip } from '../../core/text/clip.ts'
import { showText } from '../show-text.ts'
import { alternativeNames, readCertificateDer, type ReadCertificate } from './certificate-read.ts'
import { certificateText, dateText, extensionText } from './certificate-text.ts'
import { hexOf } from './hex.ts'
import { writePem } from './pem.ts'
import { fail, findBlock, linesOf, readIn, valueOf, writeOut, type Tool } from './tool.ts'

type Part = (read: ReadCertificate, der: Uint8Array, tool: Tool) => string[] | Promise<string[]>

/** What each option prints. */
const PARTS: Readonly<Record<string, Part>> = {
  '-text': certificateText,
  '-subject': ({ subject }) => [`subject=${subject}`],
  '-issuer': ({ issuer }) => [`issuer=${issuer}`],
  '-dates': ({ from, until }) => [`notBefore=${dateText(from)}`, `notAfter=${dateText(until)}`],
  '-startdate': ({ from }) => [`notBefore=${dateText(from)}`],
  '-enddate': ({ until }) => [`notAfter=${dateText(until)}`],
  '-serial': ({ serial }) => [`serial=${hexOf(serial).toUpperCase()}`],
  '-fingerprint': fingerprint,
  '-pubkey': ({ keyDer }) => [writePem({ label: 'PUBLIC KEY', der: keyDer }).trimEnd()],
}

async function fingerprint(
  _: ReadCertificate,
  data: Uint8Array,
  { given, context }: Tool,
): Promise<string[]> {
  const isLong = given.on.has('-sha256')
  const algorithm = isLong ? 'sha-256' : 'sha-1'
  const made = await context.world.crypto.answer({ ask: 'digest', algorithm, data })
  const digits = hexOf(made as Uint8Array, ':').toUpperCase()
  return [`${isLong ? 'sha256' : 'SHA1'} Fingerprint=${digits}`]
}

/** `x509`: shows what a certificate says. */
export async function showCertificate(tool: Tool): Promise<void> {
  const der = derOf(tool)
  const read = der && readCertificateDer(der)
  if (!read) {
    const from = valueOf(tool, '-in') ?? '<stdin>'
    return fail(
      tool,
      `Could not read certificate from ${showText(clip(from))}\nUnable to load certificate`,
    )
  }
  const lines: string[] = []
  for (const option of tool.given.on) {
    const part = Object.hasOwn(PARTS, option) ? PARTS[option] : undefined
    if (part) lines.push(...(await part(read, der, tool)))
  }
  const checks = [...extensionPart(tool, read), ...checksOf(tool, read)]
  writeOut(tool, linesOf([...lines, ...checks]))
  if (!tool.given.on.has('-noout')) writeCertificate(tool, der)
}

function derOf(tool: Tool): Uint8Array | undefined {
  const octets = readIn(tool)
  if (!octets || valueOf(tool, '-inform')?.toUpperCase() === 'DER') return octets
  return findBlock(octets, 'CERTIFICATE')?.der
}

function writeCertificate(tool: Tool, der: Uint8Array): void {
  const asDer = valueOf(tool, '-outform')?.toUpperCase() === 'DER'
  writeOut(tool, asDer ? der : writePem({ label: 'CERTIFICATE', der }))
}

const EXTENSION_NAMES: Readonly<Record<string, string>> = {
  subjectAltName: '2.5.29.17',
  basicConstraints: '2.5.29.19',
  keyUsage: '2.5.29.15',
  extendedKeyUsage: '2.5.29.37',
}

function extensionPart(tool: Tool, read: ReadCertificate): string[] {
  const name = valueOf(tool, '-ext')
  if (name === undefined) return []
  const id = Object.hasOwn(EXTENSION_NAMES, name) ? EXTENSION_NAMES[name] : undefined
  if (!id) {
    fail(
      tool,
      withCode(
        `\`-ext\` here knows ${Object.keys(EXTENSION_NAMES)
          .map((one) => `\`${one}\``)
          .join(', ')}.`,
      ),
    )
    return []
  }
  const found = read.extensions.find((one) => one.id === id)
  return found ? extensionText(found, read, '') : ['No extensions matching -ext found']
}

function checksOf(tool: Tool, read: ReadCertificate): string[] {
  const seconds = valueOf(tool, '-checkend')
  const host = valueOf(tool, '-checkhost')
  const lines: string[] = []
  if (host !== undefined)
    lines.push(
      `Hostname ${showText(host)} does${isFor(alternativeNames(read), host) ? '' : ' NOT'} match certificate`,
    )
  if (seconds === undefined) return lines
  const isOver = read.until < tool.context.world.clock.now() + Number(seconds) * 1000
  if (isOver) tool.context.setStatus(1)
  return [...lines, `Certificate will ${isOver ? '' : 'not '}expire`]
}
