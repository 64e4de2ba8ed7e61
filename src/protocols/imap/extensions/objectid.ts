import { defineExtension, type ImapExtension } from './extension.ts'

export const objectid: ImapExtension = defineExtension({
  capability: 'OBJECTID',
  source: { rfc: 8474, section: '3' },
  about: 'Mailboxes, messages and threads have ids that stay',
})
