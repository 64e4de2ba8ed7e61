import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { unzipSync } from 'fflate'

const root = join(import.meta.dirname, '../../..')

/** What a package holds, by name from its root. */
export type Unpacked = Readonly<Record<string, Uint8Array>>

/** Exports as one does on a command line, and unpacks what came. */
export async function exported(...words: readonly string[]): Promise<Unpacked> {
  const folder = await mkdtemp(join(tmpdir(), 'helo-export-'))
  const file = join(folder, 'package.zip')
  try {
    const command = ['--import', 'tsx', 'src/bridge/cli/main.ts', 'export', ...words]
    await promisify(execFile)(process.execPath, [...command, '--out', file], { cwd: root })
    return unzipSync(await readFile(file))
  } finally {
    await rm(folder, { recursive: true })
  }
}
