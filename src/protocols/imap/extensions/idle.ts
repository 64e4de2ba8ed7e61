import { defineExtension, type ImapExtension } from './extension.ts'

export const idle: ImapExtension = defineExtension({
  capability: 'IDLE',
  source: { rfc: 2177, section: '3' },
  about: 'The client learns at once what happens in its mailbox',
  verbs: ['IDLE'],
  announced: 'always',
  inRev2: 'yes',
})
