import { expect, test } from 'vitest'
import type { CertificateSpec } from '../spec.ts'
import { certificateOf, certificateProblem, isFor, readCertificate } from './certificate.ts'

const NOW = Date.parse('2026-06-01T00:00:00Z')

test.each<[Partial<CertificateSpec>, string | undefined]>([
  [{}, undefined],
  [{ names: ['other.test'] }, 'name'],
  [{ names: ['*.example.org'] }, undefined],
  [{ names: ['*.org'] }, 'name'],
  [{ issuer: 'self' }, 'untrusted'],
  [{ until: '2026-06-01T00:00:00Z' }, 'expired'],
  [{ until: '2026-06-01T00:00:01Z' }, undefined],
  [{ from: '2026-06-01T00:00:01Z' }, 'early'],
])('a certificate with %j has the problem %s', (given, kind) => {
  const certificate = readCertificate({ names: ['mx.example.org'], ...given })
  expect(certificateProblem(certificate, 'mx.example.org', NOW)?.kind).toBe(kind)
})

test('a host without one shows one for its name', () => {
  const certificate = certificateOf({ name: 'mx.example.org', addresses: ['192.0.2.1'] })
  expect(certificateProblem(certificate, 'mx.example.org', NOW)).toBeUndefined()
  expect(certificateProblem(certificate, 'mta-sts.example.org', NOW)?.reason).toBe(
    'The certificate is for `mx.example.org`, not for `mta-sts.example.org`.',
  )
})

test.each([
  [['MX.example.org'], 'mx.example.org', true],
  [['*.example.org'], 'a.mx.example.org', false],
  [['*.example.org'], 'example.org', false],
  [['bücher.example'], 'xn--bcher-kva.example', true],
])('%j is for %s: %s', (names, name, expected) => expect(isFor(names, name)).toBe(expected))
