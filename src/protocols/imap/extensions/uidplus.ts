import { defineExtension, type ImapExtension } from './extension.ts'

export const uidplus: ImapExtension = defineExtension({
  capability: 'UIDPLUS',
  source: { rfc: 4315, section: '2' },
  about: 'APPEND and COPY report the new UIDs, and UID EXPUNGE takes only some messages',
  verbs: ['UID EXPUNGE'],
  inRev2: 'yes',
})
