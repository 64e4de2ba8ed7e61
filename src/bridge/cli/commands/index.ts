import type { Command } from '../../../cli/command.ts'
import { judgingCommands } from '../../../cli/commands/index.ts'
import { classCommand } from './class.ts'
import { explain } from './explain.ts'
import { exportCommand } from './export.ts'
import { grade } from './grade.ts'
import { serve } from './serve.ts'
import { sign } from './sign.ts'
import { verifyRecord } from './verify-record.ts'

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  ...judgingCommands,
  sign,
  explain,
  verifyRecord,
  grade,
  exportCommand,
  serve,
  classCommand,
]
