import { base64 } from '../fields/columns.ts'
import { defineKeptType } from '../fields/kept.ts'

/** The client of a name that DHCP gave. */
export const dhcid = defineKeptType({
  type: 'DHCID',
  number: 49,
  source: { rfc: 4701 },
  syntax: 'DHCID <base64>',
  meaning: 'Which DHCP client a name was given to. Servers write it.',
  columns: [base64('identifier')],
})
