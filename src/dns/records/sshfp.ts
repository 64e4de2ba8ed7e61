import { number } from '../fields/columns.ts'
import { digest } from '../fields/encodings.ts'
import { defineKeptType } from '../fields/kept.ts'
import { MAX_U8 } from '../fields/number.ts'

/** The key of an SSH server, so that a client can know it before the first login. */
export const sshfp = defineKeptType({
  type: 'SSHFP',
  number: 44,
  source: { rfc: 4255, section: '3.2' },
  syntax: 'SSHFP <algorithm> <fingerprint type> <hex>',
  meaning: 'The fingerprint of a host’s SSH key.',
  columns: [
    number('algorithm', MAX_U8),
    digest('fingerprint type', 'fingerprint', { 1: 20, 2: 32 }),
  ],
})
