import { fetchAgain } from '../../../hosting/fetch-again.ts'
import type { Sha256 } from '../../../lab/record/record.ts'

/** WebCrypto's; a page without a secure connection, as one of a laptop in a class, has none and fetches another. */
export const sha256: Sha256 = async (octets) => {
  const { subtle } = crypto as { readonly subtle?: SubtleCrypto }
  if (subtle) return new Uint8Array(await subtle.digest('SHA-256', octets))
  const { sha256: digest } = await fetchAgain(() => import('@noble/hashes/sha2.js'))
  return digest(octets)
}
