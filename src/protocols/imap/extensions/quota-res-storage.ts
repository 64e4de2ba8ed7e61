import { defineExtension, type ImapExtension } from './extension.ts'

export const quotaResStorage: ImapExtension = defineExtension({
  capability: 'QUOTA=RES-STORAGE',
  source: { rfc: 9208, section: '5.1' },
  about: 'Octets have a limit',
})
