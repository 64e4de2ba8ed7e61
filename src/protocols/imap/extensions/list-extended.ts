import { defineExtension, type ImapExtension } from './extension.ts'

export const listExtended: ImapExtension = defineExtension({
  capability: 'LIST-EXTENDED',
  source: { rfc: 5258, section: '3' },
  about: 'LIST chooses by subscription and children, and takes several patterns',
  inRev2: 'yes',
})
