import { hex } from '../../core/bytes.ts'

/** Octets as lowercase hex, with something between them. */
export const hexOf = (octets: Uint8Array, between = ''): string =>
  between ? hex(octets).replace(/..(?=.)/g, `$&${between}`) : hex(octets)
