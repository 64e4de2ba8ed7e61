import { defineExtension, type ImapExtension } from './extension.ts'

export const utf8Accept: ImapExtension = defineExtension({
  capability: 'UTF8=ACCEPT',
  source: { rfc: 6855, section: '3' },
  about: 'Names and header fields may be UTF-8',
})
