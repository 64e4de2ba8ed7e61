import { defineExtension, type ImapExtension } from './extension.ts'

export const qresync: ImapExtension = defineExtension({
  capability: 'QRESYNC',
  source: { rfc: 7162, section: '3.2' },
  about: 'SELECT reports all that happened since the client was here last',
})
