import { defineExtension, type ImapExtension } from './extension.ts'

export const esearch: ImapExtension = defineExtension({
  capability: 'ESEARCH',
  source: { rfc: 4731, section: '3' },
  about: 'SEARCH answers with the least, the highest, the number, or a short set',
  inRev2: 'yes',
})
