import type { Command } from '../command.ts'
import { base64 } from './base64.ts'
import { cat } from './cat.ts'
import { cd } from './cd.ts'
import { clear } from './clear.ts'
import { clock } from './clock.ts'
import { cp } from './cp.ts'
import { curl } from './curl.ts'
import { date } from './date.ts'
import { diff } from './diff.ts'
import { dmarcCheck } from './dmarc-check.ts'
import { dig } from './dig.ts'
import { echo } from './echo.ts'
import { edit } from './edit.ts'
import { exit } from './exit.ts'
import { grep } from './grep.ts'
import { head } from './head.ts'
import { heloWorld } from './helo-world.ts'
import { help } from './help.ts'
import { history } from './history.ts'
import { host } from './host.ts'
import { hosts } from './hosts.ts'
import { less, more } from './less.ts'
import { ls } from './ls.ts'
import { mail } from './mail.ts'
import { mailq } from './mailq.ts'
import { man } from './man.ts'
import { mkdir } from './mkdir.ts'
import { mv } from './mv.ts'
import { nc } from './nc.ts'
import { nslookup } from './nslookup.ts'
import { opendkimGenkey } from './opendkim-genkey.ts'
import { opendkimTestkey } from './opendkim-testkey.ts'
import { opendkimTestmsg } from './opendkim-testmsg.ts'
import { openssl } from './openssl.ts'
import { postqueue } from './postqueue.ts'
import { postsuper } from './postsuper.ts'
import { printf } from './printf.ts'
import { pwd } from './pwd.ts'
import { rm } from './rm.ts'
import { sendmail } from './sendmail.ts'
import { sleep } from './sleep.ts'
import { sort } from './sort.ts'
import { spfquery } from './spfquery.ts'
import { ssh } from './ssh.ts'
import { swaks } from './swaks.ts'
import { tail } from './tail.ts'
import { tee } from './tee.ts'
import { telnet } from './telnet.ts'
import { touch } from './touch.ts'
import { uniq } from './uniq.ts'
import { wc } from './wc.ts'
import { whoami } from './whoami.ts'
import { whois } from './whois.ts'
import { yes } from './yes.ts'

/** Every command, in the order in which `help` shows them: what a lesson needs first. */
export const commands: readonly Command[] = [
  help,
  man,
  hosts,
  nc,
  telnet,
  swaks,
  curl,
  sendmail,
  openssl,
  mail,
  mailq,
  postqueue,
  postsuper,
  sleep,
  clock,
  dig,
  host,
  nslookup,
  whois,
  spfquery,
  opendkimTestkey,
  opendkimGenkey,
  opendkimTestmsg,
  dmarcCheck,
  heloWorld,
  ssh,
  exit,
  whoami,
  date,
  echo,
  history,
  clear,
  ls,
  cat,
  edit,
  less,
  more,
  head,
  tail,
  grep,
  wc,
  sort,
  uniq,
  diff,
  tee,
  printf,
  yes,
  base64,
  cp,
  mv,
  rm,
  touch,
  mkdir,
  cd,
  pwd,
]
