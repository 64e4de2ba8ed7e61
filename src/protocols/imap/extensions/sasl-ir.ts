import { defineExtension, type ImapExtension } from './extension.ts'

export const saslIr: ImapExtension = defineExtension({
  capability: 'SASL-IR',
  source: { rfc: 4959, section: '3' },
  about: 'AUTHENTICATE takes the first answer in the same line',
  announced: 'always',
  inRev2: 'yes',
})
