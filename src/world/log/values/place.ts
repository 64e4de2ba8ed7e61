import { count, record, text, type JsonCodec } from '../../../core/json/codec.ts'
import type { Place, Span } from '../../../core/span.ts'

export const span: JsonCodec<Span> = record<Span>({ from: count, to: count })

export const place: JsonCodec<Place> = record<Place>({ file: text, span })
