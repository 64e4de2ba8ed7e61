import { chmod, chown, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { PASSWORD } from './accounts.ts'
import { freePort, startServer, type BenchServer } from './server.ts'

/** A Dovecot with a folder of its own, which has nothing to do with one that the machine may run. */
export async function startDovecot(program: string): Promise<BenchServer> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-dovecot-'))
  const port = await freePort()
  const users = await ownerOfMail(folder)
  const file = join(folder, 'dovecot.conf')
  await writeFile(file, settings(folder, port, users))
  const server = await startServer('Dovecot', port, [program, '-F', '-c', file])
  return {
    ...server,
    async stop() {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

interface Users {
  readonly uid: number
  readonly gid: number
  /** Whom its own processes run as. */
  readonly inner: string
  readonly login: string
}

/** The user who runs this, but for root: Dovecot gives root no mail. */
async function ownerOfMail(folder: string): Promise<Users> {
  const { uid, gid, username } = userInfo()
  const mail = join(folder, 'mail')
  await mkdir(mail)
  if (uid !== 0) return { uid, gid, inner: username, login: username }
  const NOBODY = 65_534
  await chown(mail, NOBODY, NOBODY)
  await chmod(folder, 0o755)
  return { uid: NOBODY, gid: NOBODY, inner: 'dovecot', login: 'dovenull' }
}

const settings = (folder: string, port: number, { uid, gid, inner, login }: Users): string => `
protocols = imap
listen = 127.0.0.1
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
ssl = no
disable_plaintext_auth = no
first_valid_uid = 1
default_internal_user = ${inner}
default_login_user = ${login}
mail_location = sdbox:${folder}/mail/%u
passdb {
  driver = static
  args = password=${PASSWORD}
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${folder}/mail/%u
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
`
