import { gateway } from '../fields/addresses.ts'
import { base64, number } from '../fields/columns.ts'
import { defineKeptType } from '../fields/kept.ts'
import { MAX_U8 } from '../fields/number.ts'

/** The key to talk to a host through IPsec. */
export const ipseckey = defineKeptType({
  type: 'IPSECKEY',
  number: 45,
  source: { rfc: 4025, section: '3.1' },
  syntax: 'IPSECKEY <precedence> <gateway type> <algorithm> <gateway> <base64>',
  meaning: 'The key of a host or its gateway for IPsec.',
  columns: [number('precedence', MAX_U8), gateway, base64('key')],
})
