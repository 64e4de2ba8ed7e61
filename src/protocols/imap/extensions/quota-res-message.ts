import { defineExtension, type ImapExtension } from './extension.ts'

export const quotaResMessage: ImapExtension = defineExtension({
  capability: 'QUOTA=RES-MESSAGE',
  source: { rfc: 9208, section: '5.2' },
  about: 'Messages have a limit',
})
