import type { Command } from '../command.ts'
import { clear } from './clear.ts'
import { dig } from './dig.ts'
import { echo } from './echo.ts'
import { help } from './help.ts'
import { history } from './history.ts'
import { host } from './host.ts'
import { hosts } from './hosts.ts'
import { mail } from './mail.ts'
import { mailq } from './mailq.ts'
import { man } from './man.ts'
import { nc } from './nc.ts'
import { openssl } from './openssl.ts'
import { sleep } from './sleep.ts'
import { telnet } from './telnet.ts'
import { whoami } from './whoami.ts'

/** Every command, in the order in which `help` shows them: what a lesson needs first. */
export const commands: readonly Command[] = [
  help,
  man,
  hosts,
  nc,
  telnet,
  openssl,
  mail,
  mailq,
  sleep,
  dig,
  host,
  whoami,
  echo,
  history,
  clear,
]
