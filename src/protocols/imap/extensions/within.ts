import { defineExtension, type ImapExtension } from './extension.ts'

export const within: ImapExtension = defineExtension({
  capability: 'WITHIN',
  source: { rfc: 5032, section: '1' },
  about: 'SEARCH OLDER and YOUNGER count back from now',
})
