import { commandIndex } from '../../shared/command-index.ts'
import type { Command } from '../server/command.ts'
import { apop } from './apop.ts'
import { auth } from './auth.ts'
import { capa } from './capa.ts'
import { dele } from './dele.ts'
import { lang } from './lang.ts'
import { list } from './list.ts'
import { noop } from './noop.ts'
import { pass } from './pass.ts'
import { quit } from './quit.ts'
import { retr } from './retr.ts'
import { rset } from './rset.ts'
import { stat } from './stat.ts'
import { stls } from './stls.ts'
import { top } from './top.ts'
import { uidl } from './uidl.ts'
import { user } from './user.ts'
import { utf8 } from './utf8.ts'

/** Every verb the server knows, in the order of a session. */
export const commands: readonly Command[] = [
  ...[capa, stls, utf8, lang],
  ...[user, pass, apop, auth],
  ...[stat, list, uidl, retr, top, dele, rset, noop],
  quit,
]

/** Finds a command by its verb, in any case. */
export const commandNamed = commandIndex(commands)
