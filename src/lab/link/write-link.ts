import { encodeBase64 } from '../../core/base64.ts'
import { utf8 } from '../../core/bytes.ts'
import { gzip } from '../../core/gzip.ts'
import { LINK_MARK, type Linked } from './link.ts'

/**
 * A state as the fragment of an address, without `#`: JSON, packed (RFC 1952), in the alphabet of base64
 * that addresses take (RFC 4648 §5). The same state gives the same fragment.
 */
export const writeLink = (state: Linked): string =>
  LINK_MARK + toUrlAlphabet(encodeBase64(gzip(utf8(JSON.stringify(state)))))

const toUrlAlphabet = (text: string): string =>
  text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
