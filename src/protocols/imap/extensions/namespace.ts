import { defineExtension, type ImapExtension } from './extension.ts'

export const namespace: ImapExtension = defineExtension({
  capability: 'NAMESPACE',
  source: { rfc: 2342, section: '5' },
  about: 'Lists the names under which the mailboxes are',
  verbs: ['NAMESPACE'],
  inRev2: 'yes',
})
