import {
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { listen } from '../../../src/bridge/net/listen.ts'
import { staticServer } from '../../../src/bridge/http/static-server.ts'

export const dist = join(import.meta.dirname, '../../../dist')

/** A server of a test's own, which has the built site in a folder. */
export interface OwnServer {
  /** The site's address. */
  readonly site: string
  /** Serves another build from now on. */
  show(built: string): Promise<void>
  end(): Promise<void>
}

/** @param built Folder of the site; that of the build by default. */
export async function serveInFolder(built = dist): Promise<OwnServer> {
  const root = await mkdtemp(join(tmpdir(), 'helo-world-'))
  await mkdir(join(root, 'some'))
  const place = join(root, 'some/folder')
  await symlink(built, place)
  const server = staticServer(root)
  const port = await listen(server, 0, '127.0.0.1')
  return {
    site: `http://127.0.0.1:${port}/some/folder/`,
    async show(other) {
      await symlink(other, `${place}.next`)
      await rename(`${place}.next`, place)
    },
    async end() {
      server.closeAllConnections()
      server.close()
      await rm(root, { recursive: true })
    },
  }
}

/**
 * Makes a newer build out of the one that is there: each file with a digest in its name has another name,
 * and the home page another title.
 * @returns Its folder.
 */
export async function makeNewer(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'helo-newer-'))
  await cp(dist, folder, { recursive: true })
  const assets = join(folder, 'assets')
  const names = await readdir(assets)
  const newer = (name: string) => name.replace(/(?=\.\w+$)/, 'N')
  const named = new RegExp(names.map((name) => name.replaceAll('.', String.raw`\.`)).join('|'), 'g')
  for (const file of await readdir(folder, { recursive: true })) {
    if (!/\.(?:js|css|html|json)$/.test(file)) continue
    const text = await readFile(join(folder, file), 'utf8')
    const changed = text
      .replace(named, newer)
      .replaceAll('<title>HELO World: learn', '<title>Newer: learn')
      .replace(/"version":"\w+"/, '"version":"newer"')
    if (changed !== text) await writeFile(join(folder, file), changed)
  }
  for (const name of names) await rename(join(assets, name), join(assets, newer(name)))
  return folder
}
