import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ClientCase } from '../client-case.ts'
import { exec } from '../exec.ts'
import { must } from '../same.ts'
import { messages, withBareLf, type Stage } from '../stage.ts'

/** The messages of a Maildir, in the order of their names. */
const filesOf = (maildir: string): string[] =>
  ['cur', 'new'].flatMap((part) =>
    readdirSync(join(maildir, part)).map((name) => join(maildir, part, name)),
  )

/** Each message is there once, as Maildir keeps it: with the line ends of Unix. */
function holdsMessages(maildir: string, wanted: readonly Uint8Array[]): void {
  const texts = filesOf(maildir).map((file) => withoutSyncFields(readFileSync(file)))
  must(texts.length === wanted.length, `${texts.length} files, not ${wanted.length}`)
  for (const message of wanted) {
    const text = Buffer.from(withBareLf(message))
    must(
      texts.some((one) => one.equals(text)),
      `No file is ${JSON.stringify(text.toString())}`,
    )
  }
}

/** Fields that the programs add for themselves. */
const withoutSyncFields = (octets: Buffer): Buffer =>
  Buffer.from(octets.toString('latin1').replace(/^X-(?:TUID|OfflineIMAP): .*\n/gm, ''), 'latin1')

function newMaildir(folder: string): void {
  for (const part of ['cur', 'new', 'tmp']) mkdirSync(join(folder, part), { recursive: true })
}

/** Both programs go the same way: down, up, and once more with nothing to do. */
async function syncBothWays(
  stage: Stage,
  inbox: string,
  sync: () => Promise<unknown>,
): Promise<void> {
  stage.put(messages.slice(0, 4))
  await sync()
  holdsMessages(inbox, messages.slice(0, 4))
  for (const message of messages.slice(4))
    writeFileSync(join(inbox, 'new', `${message.length}.here`), withBareLf(message))
  await sync()
  // The program decides in which order new messages go up.
  const there = stage.stored().map((octets) => withoutSyncFields(crlf(octets)))
  must(there.length === messages.length, `${there.length} messages are on the server.`)
  for (const message of messages) {
    const text = Buffer.from(withBareLf(message))
    must(
      there.some((one) => one.equals(text)),
      `None on the server is ${JSON.stringify(text.toString())}`,
    )
  }
  const before = stage.bridge.world.store.account(stage.user)!.mailbox('INBOX')!.highestModSeq
  await sync()
  const after = stage.bridge.world.store.account(stage.user)!.mailbox('INBOX')!.highestModSeq
  must(after === before, 'A third run with nothing to do changed something.')
  holdsMessages(inbox, messages)
}

const crlf = (octets: Uint8Array): Buffer =>
  Buffer.from(Buffer.from(octets).toString('latin1').replace(/\r\n/g, '\n'), 'latin1')

export const maildirCases: readonly ClientCase[] = [
  {
    client: 'mbsync',
    what: 'two ways, twice',
    programs: ['mbsync'],
    async run(stage) {
      const inbox = join(stage.folder, 'mail/INBOX')
      newMaildir(inbox)
      const config = join(stage.folder, 'mbsyncrc')
      writeFileSync(
        config,
        `IMAPStore far\nHost localhost\nPort ${stage.port('imap')}\nUser ${stage.user}\nPass "${stage.password}"\n` +
          `SSLType STARTTLS\nCertificateFile ${stage.certificate}\n\n` +
          `MaildirStore near\nPath ${stage.folder}/mail/\nInbox ${inbox}\nSubFolders Verbatim\n\n` +
          'Channel all\nFar :far:\nNear :near:\nPatterns INBOX\nCreate Both\nExpunge Both\nSyncState *\n',
      )
      await syncBothWays(stage, inbox, () => exec('mbsync', ['-c', config, '-a']))
    },
  },
  {
    client: 'offlineimap',
    what: 'two ways, twice',
    programs: ['offlineimap'],
    async run(stage) {
      const root = join(stage.folder, 'mail')
      mkdirSync(root)
      const config = join(stage.folder, 'offlineimaprc')
      writeFileSync(
        config,
        `[general]\naccounts = one\nmetadata = ${stage.folder}/state\nui = quiet\n\n` +
          '[Account one]\nlocalrepository = near\nremoterepository = far\n\n' +
          `[Repository near]\ntype = Maildir\nlocalfolders = ${root}\n\n` +
          `[Repository far]\ntype = IMAP\nremotehost = localhost\nremoteport = ${stage.port('imaps')}\n` +
          `remoteuser = ${stage.user}\nremotepass = ${stage.password}\nssl = yes\nsslcacertfile = ${stage.certificate}\n` +
          "folderfilter = lambda name: name == 'INBOX'\n",
      )
      await syncBothWays(stage, join(root, 'INBOX'), () =>
        exec('offlineimap', ['-c', config, '-o'], { env: { HOME: stage.folder } }),
      )
    },
  },
]
