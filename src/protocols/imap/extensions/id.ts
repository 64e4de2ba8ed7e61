import { defineExtension, type ImapExtension } from './extension.ts'

export const id: ImapExtension = defineExtension({
  capability: 'ID',
  source: { rfc: 2971, section: '3.1' },
  about: 'Client and server name their programs',
  verbs: ['ID'],
  announced: 'always',
})
