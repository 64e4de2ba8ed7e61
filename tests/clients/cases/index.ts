import type { ClientCase } from '../client-case.ts'
import { curlCases } from './curl.ts'
import { digCases } from './dig.ts'
import { fetchmailCases } from './fetchmail.ts'
import { maildirCases } from './maildirs.ts'
import { msmtpCases } from './msmtp.ts'
import { muttCases } from './mutt.ts'
import { nodeCases } from './node.ts'
import { pythonCases } from './python.ts'
import { swaksCases } from './swaks.ts'

export const clientCases: readonly ClientCase[] = [
  ...digCases,
  ...swaksCases,
  ...curlCases,
  ...msmtpCases,
  ...pythonCases,
  ...nodeCases,
  ...maildirCases,
  ...fetchmailCases,
  ...muttCases,
]
