import { defineExtension, type ImapExtension } from './extension.ts'

export const enable: ImapExtension = defineExtension({
  capability: 'ENABLE',
  source: { rfc: 5161, section: '3.1' },
  about: 'Switches on what would surprise older clients',
  verbs: ['ENABLE'],
  announced: 'always',
  inRev2: 'yes',
})
