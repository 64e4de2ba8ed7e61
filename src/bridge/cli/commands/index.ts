import type { Command } from '../command.ts'
import { checkDkim } from './check-dkim.ts'
import { checkDmarc } from './check-dmarc.ts'
import { checkMx } from './check-mx.ts'
import { checkSpf } from './check-spf.ts'
import { explain } from './explain.ts'
import { lint } from './lint.ts'
import { serve } from './serve.ts'
import { sign } from './sign.ts'
import { verify } from './verify.ts'

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  lint,
  checkSpf,
  checkDkim,
  checkDmarc,
  checkMx,
  verify,
  sign,
  explain,
  serve,
]
