import { defineExtension, type ImapExtension } from './extension.ts'

export const sort: ImapExtension = defineExtension({
  capability: 'SORT',
  source: { rfc: 5256, section: '3' },
  about: 'The server sorts',
  verbs: ['SORT', 'UID SORT'],
})
