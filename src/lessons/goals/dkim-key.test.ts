import { expect, test } from 'vitest'
import { zoneEvidence } from '../testing/zone-evidence.ts'
import { judge } from './index.ts'

const RSA =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAzTNeqHkW3vdq7LGNHg+Ha1Y9wHMcWtdxeTELzw0zp3XcwVjDCi4gtIWudU4TSfz80O+5n8f0TLFxiVx7uQlvQ7PKVV47Tf6PNMK35ICWTYoFnrOXXsJlv1YIlPlcj10IXBPQvMiMijuZNq5Tm+r+1q+VkE9MAW6kDQt+kIVnRGd5LG+I6/W5urkCoc3pg9+3rw+kwKHPH001Rrm9LegFimz24QekqI49C6B22O1v2NOeD30Rkwx2CHltSDQDCW8sWHrXHtFmDc3/kUoZMMn+kHUIHbMq+8tLZKlHawitXjChhEVOukyxFBwDKPJ1x0oYBzHvfj+4bc00IG6OI6YdewIDAQAB'
const ED25519 = '2AZDpYyz80qb4LEHzdt5FuDTh0WzkpSKVcOMB/r7kXk='

/** The key as a record of strings that are short enough. */
const strings = (text: string) => text.match(/.{1,200}/g)!.map((one) => `"${one}"`)
const record = (text: string, selector = 'june') =>
  `${selector}._domainkey TXT ( ${strings(text).join(' ')} )`

const stand = (lines: readonly string[], found: unknown, selector = 'June') =>
  judge({ kind: 'dkim-key', domain: 'Example.org', selector, found } as never, zoneEvidence(lines))

test.each([
  ['absent', []],
  ['several', [record('v=DKIM1; p='), record('v=DKIM1; p=abcd')]],
  ['unreadable', [record('v=DKIM1; k')]],
  ['other-text', [record('v=spf1 -all')]],
  ['no-data', [record('v=DKIM1')]],
  ['revoked', [record('v=DKIM1; p=')]],
  ['unknown-type', [record(`v=DKIM1; k=dsa; p=${RSA}`)]],
  ['armour', [record(`v=DKIM1; p=-----BEGIN PUBLIC KEY-----${RSA}`)]],
  ['wrong-size', [record(`v=DKIM1; k=ed25519; p=${RSA}`)]],
  ['damaged', [record(`v=DKIM1; p=${RSA.slice(0, 200)}`)]],
  ['damaged', [record(`v=DKIM1; p=${ED25519}`)]],
  ['rsa', [record(`v=DKIM1; k=rsa; p=${RSA}`)]],
  ['ed25519', [record(`k=ed25519; p=${ED25519}`)]],
])('%s', (found, lines) => {
  expect(stand(lines, found)).toEqual({ met: true })
  expect(stand(lines, ['rsa', 'ed25519', 'absent']).met).toBe(
    ['rsa', 'ed25519', 'absent'].includes(found),
  )
})

test('says what is there', () =>
  expect(stand([record('v=DKIM1; p=')], ['rsa', 'ed25519'])).toEqual({
    met: false,
    reason: 'At `june._domainkey.example.org` a key is `revoked`, not `rsa` or `ed25519`.',
  }))
