import { defineExtension, type ImapExtension } from './extension.ts'

export const threadReferences: ImapExtension = defineExtension({
  capability: 'THREAD=REFERENCES',
  source: { rfc: 5256, section: '3' },
  about: 'Threads by who answers whom',
  verbs: ['THREAD', 'UID THREAD'],
})
