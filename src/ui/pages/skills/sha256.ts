import type { Sha256 } from '../../../lab/record/record.ts'

/** WebCrypto's; a page without a secure connection has none. */
export const sha256: Sha256 = async (octets) => {
  const { subtle } = crypto as { readonly subtle?: SubtleCrypto }
  return subtle && new Uint8Array(await subtle.digest('SHA-256', octets))
}
