import type { CertificateSpec, HostSpec } from '../../spec.ts'
import { listOf, tableOf, type TableRow } from '../list-types.ts'
import { defineGroup, setting } from '../setting.ts'
import { choice, wordOf } from '../word-types.ts'

const NAME = /^(?:\*\.)?[a-z0-9_-]+(?:\.[a-z0-9_-]+)*$/
const name = wordOf('a name, as `mx.example.org` or `*.example.org`', NAME)

const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/
const time = wordOf('a time in UTC, as `2026-05-04T09:00:00Z`', TIME)

type DigestKind = keyof NonNullable<CertificateSpec['digests']>

const digestKind = wordOf(
  'one of `key`, `certificate`, `issuer`, `issuerKey`',
  /^(?:key|certificate|issuer|issuerKey)$/,
)
const digest = wordOf('a SHA-256 digest: 64 hexadecimal digits in lowercase', /^[0-9a-f]{64}$/)

const CERTIFICATE = { with: 'certificate_names' }

/** What it shows when TLS begins. */
export const certificate = defineGroup({
  title: 'Its certificate',
  staysUnwritten: true,
  settings: [
    setting<readonly string[]>({
      ...{ name: 'certificate_names', at: 'certificate.names', type: listOf(name) },
      about: 'The names that its certificate is for; empty, it has one for its own name.',
      unset: 'the name of the host',
      source: { rfc: 8461, section: '4.2' },
    }),
    setting<string>({
      ...{ name: 'certificate_from', at: 'certificate.from', type: time, ...CERTIFICATE },
      about: 'When it begins to hold.',
    }),
    setting<string>({
      ...{ name: 'certificate_until', at: 'certificate.until', type: time, ...CERTIFICATE },
      about: 'When it expires.',
    }),
    setting<string>({
      ...{ name: 'certificate_issuer', at: 'certificate.issuer', ...CERTIFICATE },
      default: 'trusted',
      about: 'Who signed it.',
      type: choice({
        trusted: 'Somebody whom everybody trusts.',
        self: 'The host itself: who looks at that does not believe it.',
      }),
    }),
    setting<readonly TableRow<string, string>[]>({
      ...{ name: 'certificate_digests', default: [], ...CERTIFICATE },
      about: 'SHA-256 digests of its parts: what TLSA records name.',
      type: tableOf(
        '`key: 5f2d…`, of `key`, `certificate`, `issuer` and `issuerKey`',
        digestKind,
        digest,
      ),
      source: { rfc: 6698, section: '2.2' },
      get: ({ certificate: own }) =>
        own?.digests &&
        Object.entries(own.digests).flatMap(([key, data]) => (data ? [{ key, data }] : [])),
      set(host, rows = []) {
        const { digests: _, ...others } = host.certificate ?? {}
        const digests = Object.fromEntries(rows.map(({ key, data }) => [key as DigestKind, data]))
        return withCertificate(host, rows.length ? { ...others, digests } : others)
      },
    }),
  ],
  /** Without names there is no certificate to speak of. */
  finish: (host) => withCertificate(host, host.certificate?.names?.length ? host.certificate : {}),
})

function withCertificate(host: HostSpec, own: Partial<CertificateSpec>): HostSpec {
  const { certificate: _, ...others } = host
  return Object.keys(own).length ? { ...others, certificate: own as CertificateSpec } : others
}
