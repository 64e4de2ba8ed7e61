import { defineExtension, type ImapExtension } from './extension.ts'

export const specialUse: ImapExtension = defineExtension({
  capability: 'SPECIAL-USE',
  source: { rfc: 6154, section: '2' },
  about: 'LIST shows which mailbox is for sent mail, drafts, junk',
  inRev2: 'yes',
})
