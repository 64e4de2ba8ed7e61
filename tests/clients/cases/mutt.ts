import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { once } from 'node:events'
import type { ClientCase } from '../client-case.ts'
import { exec } from '../exec.ts'
import { must } from '../same.ts'
import { messages, type Stage } from '../stage.ts'

/** What a person does in mutt, key by key, in a terminal without a screen. */
interface Terminal {
  type(keys: string): Promise<void>
  /** Resolves once the screen shows it. */
  shows(pattern: RegExp): Promise<void>
  close(): Promise<unknown>
}

/** Milliseconds between two looks at the screen, and how many looks there are. */
const LOOK = 200
const LOOKS = 150

async function openTerminal(stage: Stage, command: string): Promise<Terminal> {
  const socket = join(stage.folder, 'tmux')
  const tmux = (...words: string[]) => exec('tmux', ['-S', socket, ...words])
  await tmux('-f', '/dev/null', 'new-session', '-d', '-x', '100', '-y', '30', command)
  const screen = async (): Promise<string> => (await tmux('capture-pane', '-p')).out.toString()
  return {
    type: async (keys) => void (await tmux('send-keys', ...keys.split(' '))),
    async shows(pattern) {
      let last = ''
      for (let look = 0; look < LOOKS; look++) {
        last = await screen()
        if (pattern.test(last)) return
        await once(AbortSignal.timeout(LOOK), 'abort')
      }
      throw new Error(`The screen never showed ${String(pattern)}, but:\n${last}`)
    },
    close: () => tmux('kill-server'),
  }
}

export const muttCases: readonly ClientCase[] = [
  {
    client: 'mutt',
    what: 'IMAP: look, read, delete, leave',
    programs: ['mutt', 'tmux'],
    async run(stage) {
      stage.put(messages)
      mkdirSync(join(stage.folder, 'Mail'))
      const config = join(stage.folder, 'muttrc')
      writeFileSync(
        config,
        `set spoolfile="imaps://localhost:${stage.port('imaps')}/INBOX"\n` +
          `set imap_user="${stage.user}"\nset imap_pass="${stage.password}"\n` +
          `set ssl_ca_certificates_file="${stage.certificate}"\n` +
          `set certificate_file="${stage.certificate}"\n` +
          'set wait_key=no\nset mail_check=1\nset timeout=1\nset pager_stop=yes\n',
      )
      const terminal = await openTerminal(stage, `env HOME=${stage.folder} mutt -n -F ${config}`)
      try {
        await terminal.shows(/like commands/)
        await terminal.type('1 Enter Enter')
        await terminal.shows(/Hello\./)
        await terminal.type('i')
        await terminal.shows(/eight bits/)
        await terminal.type('2 Enter d')
        stage.put([messages[0]!])
        await terminal.shows(/Msgs:7|New mail/)
        await terminal.type('$')
        await terminal.shows(/purge|Purge/i)
        await terminal.type('y')
        await terminal.shows(/Msgs:6/)
        await terminal.type('q')
      } finally {
        await terminal.close().catch(() => undefined)
      }
      const left = stage.stored().map((octets) => Buffer.from(octets).toString('latin1'))
      must(left.length === messages.length, `${left.length} messages are left.`)
      must(!left.some((text) => text.includes('Subject: dots')), 'The message was not deleted.')
    },
  },
]
