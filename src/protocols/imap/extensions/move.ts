import { defineExtension, type ImapExtension } from './extension.ts'

export const move: ImapExtension = defineExtension({
  capability: 'MOVE',
  source: { rfc: 6851, section: '3' },
  about: 'Moves messages to another mailbox in one step',
  verbs: ['MOVE', 'UID MOVE'],
  inRev2: 'yes',
})
