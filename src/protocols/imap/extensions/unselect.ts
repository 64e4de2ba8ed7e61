import { defineExtension, type ImapExtension } from './extension.ts'

export const unselect: ImapExtension = defineExtension({
  capability: 'UNSELECT',
  source: { rfc: 3691, section: '2' },
  about: 'Leaves a mailbox without expunging',
  verbs: ['UNSELECT'],
  inRev2: 'yes',
})
