import { defineExtension, type ImapExtension } from './extension.ts'

export const quota: ImapExtension = defineExtension({
  capability: 'QUOTA',
  source: { rfc: 9208, section: '4' },
  about: 'Shows how much is kept, and how much may be',
  verbs: ['GETQUOTA', 'GETQUOTAROOT', 'SETQUOTA'],
})
