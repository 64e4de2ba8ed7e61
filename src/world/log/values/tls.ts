import { record, text, type JsonCodec } from '../../../core/json/codec.ts'
import type { Tls } from '../../../core/tls.ts'

export const tls: JsonCodec<Tls> = record<Tls>({ version: text, cipher: text })
