import { defineExtension, type ImapExtension } from './extension.ts'

export const catenate: ImapExtension = defineExtension({
  capability: 'CATENATE',
  source: { rfc: 4469, section: '3' },
  about: 'APPEND builds a message from pieces that are there already',
})
