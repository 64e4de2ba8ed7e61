import { commandIndex } from '../../shared/command-index.ts'
import type { Command } from '../server/command.ts'
import { auth } from './auth.ts'
import { bdat } from './bdat.ts'
import { data } from './data.ts'
import { ehlo } from './ehlo.ts'
import { etrn } from './etrn.ts'
import { expn } from './expn.ts'
import { helo } from './helo.ts'
import { help } from './help.ts'
import { http } from './http.ts'
import { lhlo } from './lhlo.ts'
import { mail } from './mail.ts'
import { noop } from './noop.ts'
import { notOffered } from './not-offered.ts'
import { quit } from './quit.ts'
import { rcpt } from './rcpt.ts'
import { rset } from './rset.ts'
import { starttls } from './starttls.ts'
import { vrfy } from './vrfy.ts'

/** Every verb the server knows, in the order HELP lists them. */
export const commands: readonly Command[] = [
  ehlo,
  helo,
  lhlo,
  starttls,
  auth,
  mail,
  rcpt,
  data,
  bdat,
  rset,
  noop,
  vrfy,
  expn,
  etrn,
  help,
  quit,
  ...notOffered,
  ...http,
]

/** @param verb In upper or lower case. */
export const commandNamed = commandIndex(commands)
