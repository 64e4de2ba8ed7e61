import { defineExtension, type ImapExtension } from './extension.ts'

export const binary: ImapExtension = defineExtension({
  capability: 'BINARY',
  source: { rfc: 3516, section: '4' },
  about: 'Parts come without their base64, and messages may hold any octet',
  inRev2: 'yes',
})
