import { defineExtension, type ImapExtension } from './extension.ts'

export const statusSize: ImapExtension = defineExtension({
  capability: 'STATUS=SIZE',
  source: { rfc: 8438, section: '2' },
  about: 'STATUS reports how many octets a mailbox has',
  inRev2: 'yes',
})
