import { decodeBase64 } from '../../core/base64.ts'
import { concatBytes, utf8 } from '../../core/bytes.ts'
import { askedName } from '../../core/idna.ts'
import type { Certificate } from '../../core/tls.ts'
import { writeDer } from '../../auth/dkim/der.ts'
import type { CommandContext } from '../command.ts'
import { pickKey } from '../keys/pick.ts'
import {
  bitString,
  integer,
  NULL,
  objectIdentifier,
  octetString,
  sequence,
  setOf,
  tagged,
} from './der-values.ts'

/** Who signs the certificates that everybody trusts. */
export const ROOT_NAME = 'Simulated Root'

const DAY = 86_400_000
/** Where a world's spec has no dates: how often a certificate is made anew, and how long each holds. */
const RENEWED = 60 * DAY
const HOLDS = 90 * DAY

/** When a certificate holds, in milliseconds; one without dates is renewed in time. */
export function validityOf({ from, until }: Certificate, now: number): readonly [number, number] {
  const start = from ?? Math.min(Math.floor(now / RENEWED) * RENEWED, (until ?? Infinity) - HOLDS)
  return [start, until ?? Math.max(start, Math.floor(now / RENEWED) * RENEWED) + HOLDS]
}

/**
 * The certificate that a host shows, in DER (RFC 5280 §4.1): the same octets for the same names, dates and
 * world. Its key is one of the ready-made ones.
 */
export async function certificateDer(
  shown: Certificate,
  context: CommandContext,
): Promise<Uint8Array> {
  const { crypto } = context.world
  const name = askedName(shown.names[0] ?? 'localhost')
  const issuer = shown.issuer === 'self' ? name : ROOT_NAME
  const own = pickKey(`tls.${name}`, context)
  const signer = shown.issuer === 'self' ? own : pickKey(ROOT_NAME, context)
  const spki = octetsOf(own.publicKey)
  const validity = validityOf(shown, context.world.clock.now())
  const digest = async (data: Uint8Array): Promise<Uint8Array> =>
    (await crypto.answer({ ask: 'digest', algorithm: 'sha-1', data })) as Uint8Array
  const serial = (
    await digest(utf8(`${context.world.spec.seed} ${name} ${validity.join(' ')}`))
  ).slice(0, 16)
  serial[0] = (serial[0]! & 127) | 64
  const body = sequence(
    tagged(0, integer(Uint8Array.of(2))),
    integer(serial),
    SIGNED_WITH,
    nameDer(issuer),
    sequence(...validity.map(timeDer)),
    nameDer(name),
    spki,
    tagged(
      3,
      sequence(
        ...extensions(
          shown,
          await digest(keyBits(spki)),
          await digest(keyBits(octetsOf(signer.publicKey))),
        ),
      ),
    ),
  )
  const key = octetsOf(signer.privateKey)
  const signature = await crypto.answer({ ask: 'sign', algorithm: 'rsa-sha256', key, data: body })
  return sequence(body, SIGNED_WITH, bitString(signature as Uint8Array))
}

const octetsOf = (base64: string): Uint8Array => {
  const read = decodeBase64(base64)
  return read.ok ? read.bytes : new Uint8Array(0)
}

/** The key itself within its SubjectPublicKeyInfo of RSA with 2048 bits: what is behind its head. */
const keyBits = (spki: Uint8Array): Uint8Array => spki.subarray(24)

const SIGNED_WITH = sequence(objectIdentifier('1.2.840.113549.1.1.11'), NULL)

const nameDer = (commonName: string): Uint8Array =>
  sequence(setOf(sequence(objectIdentifier('2.5.4.3'), writeDer(0x0c, utf8(commonName)))))

/** UTCTime up to 2049, then GeneralizedTime. */
function timeDer(at: number): Uint8Array {
  const digits = `${new Date(at).toISOString().slice(0, 19).replace(/\D/g, '')}Z`
  return digits >= '205' || digits < '195'
    ? writeDer(0x18, utf8(digits))
    : writeDer(0x17, utf8(digits.slice(2)))
}

function extensions({ names }: Certificate, own: Uint8Array, issuer: Uint8Array): Uint8Array[] {
  const alternative = names.map((name) => writeDer(0x82, utf8(askedName(name))))
  return [
    extension('2.5.29.15', 'critical', writeDer(0x03, Uint8Array.of(5, 0xa0))),
    extension('2.5.29.37', 'plain', sequence(objectIdentifier('1.3.6.1.5.5.7.3.1'))),
    extension('2.5.29.19', 'critical', sequence()),
    extension('2.5.29.14', 'plain', octetString(own)),
    extension('2.5.29.35', 'plain', sequence(writeDer(0x80, issuer))),
    extension('2.5.29.17', 'plain', sequence(...alternative)),
  ]
}

const TRUE = Uint8Array.of(1, 1, 255)

const extension = (id: string, weight: 'critical' | 'plain', value: Uint8Array): Uint8Array =>
  sequence(
    concatBytes([objectIdentifier(id), weight === 'critical' ? TRUE : new Uint8Array(0)]),
    octetString(value),
  )
