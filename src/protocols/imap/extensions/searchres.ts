import { defineExtension, type ImapExtension } from './extension.ts'

export const searchres: ImapExtension = defineExtension({
  capability: 'SEARCHRES',
  source: { rfc: 5182, section: '2' },
  about: 'What a search found can be named $ in the next command',
  inRev2: 'yes',
})
