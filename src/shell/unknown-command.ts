import type { CommandContext } from './command.ts'
import { commandNames } from './man-page.ts'
import { nearest } from '../core/text/edit-distance.ts'

/** Advice for commands that are known from other systems. */
const FOREIGN: Readonly<Record<string, string>> = {
  ...words(
    'vi vim emacs ed joe pico',
    'To write a file there is `edit` (also as `nano`): `edit notes`.',
  ),
  ...words('ping traceroute', '`hosts` lists who is there, `nc` tries one of their ports.'),
  ...words('ftp scp sftp', 'Only mail and the DNS are simulated. `nc` connects to a mail server.'),
  ...words('wget', 'Only mail is simulated here. `curl` fetches it: `man curl`.'),
  ...words('drill kdig delv', 'Ask the DNS with `dig` or `host`.'),
  ...words('mailx mutt alpine', 'To read mail and to reply to it there is `mail`.'),
  ...words('bye', 'This terminal stays open as long as the page. There is nothing to leave.'),
  ...words('sudo su', 'Nothing here needs special rights: just type the command.'),
}

function words(names: string, advice: string): Record<string, string> {
  return Object.fromEntries(names.split(' ').map((name) => [name, advice]))
}

/** For a command that does not exist: what was probably meant, and `help`. */
export function unknownAdvice(name: string, { commands }: CommandContext): string {
  const known = Object.hasOwn(FOREIGN, name) ? FOREIGN[name] : undefined
  if (known) return known
  const meant = nearest(name, commandNames(commands))
  const hint = meant ? `Did you mean \`${meant}\`? ` : ''
  return `${hint}\`help\` shows what can be typed here.`
}
