import { defineExtension, type ImapExtension } from './extension.ts'

export const multiappend: ImapExtension = defineExtension({
  capability: 'MULTIAPPEND',
  source: { rfc: 3502, section: '6.3.11' },
  about: 'APPEND takes several messages, all or none',
})
