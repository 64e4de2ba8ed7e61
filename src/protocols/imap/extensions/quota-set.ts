import { defineExtension, type ImapExtension } from './extension.ts'

export const quotaSet: ImapExtension = defineExtension({
  capability: 'QUOTASET',
  source: { rfc: 9208, section: '4.1.3' },
  about: 'Changes how much may be kept',
  verbs: ['SETQUOTA'],
  offeredBy: ({ quotas }) => quotas === 'settable',
})
