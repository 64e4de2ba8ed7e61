import type { Command } from '../command.ts'
import { checkDkim } from './check-dkim.ts'
import { checkDmarc } from './check-dmarc.ts'
import { checkMx } from './check-mx.ts'
import { checkSpf } from './check-spf.ts'
import { lint } from './lint.ts'
import { verify } from './verify.ts'

/** The verbs that judge: they need files, the DNS and cryptography, and no machine. */
export const judgingCommands: readonly Command[] = [
  lint,
  checkSpf,
  checkDkim,
  checkDmarc,
  checkMx,
  verify,
]
