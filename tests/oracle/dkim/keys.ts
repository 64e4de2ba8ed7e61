import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import type { DnsAnswer } from '../../../src/core/dns.ts'
import type { Algorithm } from './case.ts'

/** The secret keys that RFC 8463 §A.1 publishes: known to all, so of use in tests alone. */
const RSA = createPrivateKey(`-----BEGIN RSA PRIVATE KEY-----
MIICXQIBAAKBgQDkHlOQoBTzWRiGs5V6NpP3idY6Wk08a5qhdR6wy5bdOKb2jLQi
Y/J16JYi0Qvx/byYzCNb3W91y3FutACDfzwQ/BC/e/8uBsCR+yz1Lxj+PL6lHvqM
KrM3rG4hstT5QjvHO9PzoxZyVYLzBfO2EeC3Ip3G+2kryOTIKT+l/K4w3QIDAQAB
AoGAH0cxOhFZDgzXWhDhnAJDw5s4roOXN4OhjiXa8W7Y3rhX3FJqmJSPuC8N9vQm
6SVbaLAE4SG5mLMueHlh4KXffEpuLEiNp9Ss3O4YfLiQpbRqE7Tm5SxKjvvQoZZe
zHorimOaChRL2it47iuWxzxSiRMv4c+j70GiWdxXnxe4UoECQQDzJB/0U58W7RZy
6enGVj2kWF732CoWFZWzi1FicudrBFoy63QwcowpoCazKtvZGMNlPWnC7x/6o8Gc
uSe0ga2xAkEA8C7PipPm1/1fTRQvj1o/dDmZp243044ZNyxjg+/OPN0oWCbXIGxy
WvmZbXriOWoSALJTjExEgraHEgnXssuk7QJBALl5ICsYMu6hMxO73gnfNayNgPxd
WFV6Z7ULnKyV7HSVYF0hgYOHjeYe9gaMtiJYoo0zGN+L3AAtNP9huqkWlzECQE1a
licIeVlo1e+qJ6Mgqr0Q7Aa7falZ448ccbSFYEPD6oFxiOl9Y9se9iYHZKKfIcst
o7DUw1/hz2Ck4N5JrgUCQQCyKveNvjzkkd8HjYs0SwM0fPjK16//5qDZ2UiDGnOe
uEzxBDAr518Z8VFbR41in3W4Y3yCDgQlLlcETrS+zYcL
-----END RSA PRIVATE KEY-----`)

const ED25519_SEED = 'nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A='
const PKCS8_OF_ED25519 = '302e020100300506032b657004220420'
const ED25519 = createPrivateKey({
  key: Buffer.concat([Buffer.from(PKCS8_OF_ED25519, 'hex'), Buffer.from(ED25519_SEED, 'base64')]),
  format: 'der',
  type: 'pkcs8',
})

export const DOMAIN = 'example.org'

export const SELECTORS: Readonly<Record<Algorithm, string>> = {
  'rsa-sha256': 'rsa',
  'ed25519-sha256': 'ed',
}

/** PKCS #8 in PEM. */
export const privateKeys: Readonly<Record<Algorithm, string>> = {
  'rsa-sha256': pem(RSA),
  'ed25519-sha256': pem(ED25519),
}

/** The 32 octets that an Ed25519 key is made from, in base64. */
export const ed25519Seed = ED25519_SEED

/** The key records by their names. */
export const keyRecords: Readonly<Record<string, string>> = {
  [`rsa._domainkey.${DOMAIN}`]: `v=DKIM1; k=rsa; p=${spki(RSA).toString('base64')}`,
  [`ed._domainkey.${DOMAIN}`]: `v=DKIM1; k=ed25519; p=${spki(ED25519).subarray(-32).toString('base64')}`,
}

export const keyResolver = {
  query(name: string): DnsAnswer {
    const text = keyRecords[name]
    if (text === undefined) return { status: 'nxdomain', records: [] }
    return { status: 'ok', records: [{ name, ttl: 60, type: 'TXT', strings: [text] }] }
  },
}

function pem(key: KeyObject): string {
  return key.export({ type: 'pkcs8', format: 'pem' }).toString()
}

function spki(key: KeyObject): Buffer {
  return createPublicKey(key).export({ type: 'spki', format: 'der' })
}
