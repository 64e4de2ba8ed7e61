import { defineExtension, type ImapExtension } from './extension.ts'

export const createSpecialUse: ImapExtension = defineExtension({
  capability: 'CREATE-SPECIAL-USE',
  source: { rfc: 6154, section: '3' },
  about: 'CREATE makes a mailbox for sent mail, drafts, junk',
})
