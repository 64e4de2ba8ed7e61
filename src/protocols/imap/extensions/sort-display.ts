import { defineExtension, type ImapExtension } from './extension.ts'

export const sortDisplay: ImapExtension = defineExtension({
  capability: 'SORT=DISPLAY',
  source: { rfc: 5957, section: '4' },
  about: 'The server sorts by the names that a reader sees',
  verbs: ['SORT', 'UID SORT'],
})
