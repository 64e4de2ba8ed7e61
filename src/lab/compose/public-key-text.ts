import { wrapPkcs1 } from '../../auth/dkim/public-key.ts'
import { withoutSpace } from '../../auth/tag-list.ts'
import { decodeBase64, encodeBase64 } from '../../core/base64.ts'
import { composeLimits } from './composer.ts'
import { isPrivateKey } from './private-key.ts'

/** Octets before an Ed25519 key in a SubjectPublicKeyInfo (RFC 8410 §4). */
const ED25519_HEAD = 12
const ED25519_WHOLE = 44

/**
 * What stands in `p=` of a public key as people have it: PEM of either form, base64, or a whole record.
 * An Ed25519 key is taken out of its wrapping (RFC 8463 §4.2), an RSA key put into one.
 * @param kind `rsa` or `ed25519`.
 */
export function publicKeyText(
  kind: string,
  given: string,
): { readonly text: string } | { readonly fault: string } {
  const text = given.slice(0, composeLimits.value).trim()
  if (isPrivateKey(text))
    return { fault: 'This is a private key! It was left out. Only the public half is published.' }
  if (/\bCNAME\b/i.test(text))
    return {
      fault:
        'This is an alias (CNAME), as providers give one: it leads to a key in their zone. Publish that line as it is; there is no key to write.',
    }
  const record = unquoted(text.replace(/-----[^-]*-----/g, ''))
  const bare = withoutSpace(record.replace(/^(?:[^]*[;\s])?p\s*=/, '')).replace(/;.*$/, '')
  if (bare === '')
    return { fault: 'There is no key yet: make a pair, or paste the public half of yours.' }
  const decoded = decodeBase64(bare)
  if (!decoded.ok) return { text: bare }
  const { bytes } = decoded
  if (kind === 'ed25519' && bytes.length === ED25519_WHOLE && bytes[0] === 0x30)
    return { text: encodeBase64(bytes.subarray(ED25519_HEAD)) }
  if (kind === 'rsa' && /-----BEGIN RSA PUBLIC KEY-----/.test(text))
    return { text: encodeBase64(wrapPkcs1(bytes)) }
  return { text: bare }
}

/** The strings of a line of a zone as one text, and what some panels escape as it is. */
function unquoted(text: string): string {
  const strings = [...text.matchAll(/"([^"]*)"/g)].map(([, inside]) => inside)
  return (strings.length > 0 ? strings.join('') : text).replace(/[\\"]/g, '')
}
