import { concatBytes } from '../../../core/bytes.ts'
import type { Authenticated, Selected } from '../server/session.ts'
import type { AppendData, CatenatePart } from './message.ts'
import { urlOctets } from './url.ts'

export type Assembled =
  { readonly ok: true; readonly octets: Uint8Array } | { readonly ok: false; readonly url: string }

/** The octets of a message that was sent, or is put together from what is there (RFC 4469 §3). */
export function assemble(session: Authenticated | Selected, data: AppendData): Assembled {
  if (data.type !== 'catenate') return { ok: true, octets: data.octets }
  const pieces: Uint8Array[] = []
  for (const part of data.parts) {
    const piece = octetsOf(session, part)
    if (!piece) return { ok: false, url: part.type === 'url' ? part.url : '' }
    pieces.push(piece)
  }
  return { ok: true, octets: concatBytes(pieces) }
}

const octetsOf = (session: Authenticated | Selected, part: CatenatePart): Uint8Array | undefined =>
  part.type === 'text' ? part.octets : urlOctets(session, part.url)
