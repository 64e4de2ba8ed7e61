import { defineExtension, type ImapExtension } from './extension.ts'

export const threadOrderedSubject: ImapExtension = defineExtension({
  capability: 'THREAD=ORDEREDSUBJECT',
  source: { rfc: 5256, section: '3' },
  about: 'Threads by subject and date',
  verbs: ['THREAD', 'UID THREAD'],
})
