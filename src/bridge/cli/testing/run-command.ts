import { utf8 } from '../../../core/bytes.ts'
import type { AsyncResolver } from '../../../library/resolver.ts'
import type { Io } from '../../../cli/io.ts'
import { webCrypto } from '../../../platform/webcrypto.ts'
import { runCli } from '../run.ts'

export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
  readonly bytes: Uint8Array
}

export type Files = Readonly<Record<string, string | Uint8Array>>

/** Runs the command over files that stand in memory; `-` is standard input. */
export async function ran(
  words: readonly string[],
  files: Files = {},
  given: Partial<Io> = {},
): Promise<Ran> {
  const out: Uint8Array[] = []
  let err = ''
  const io: Io = {
    out: (text) => void out.push(typeof text === 'string' ? utf8(text) : text),
    err: (text) => void (err += text),
    read: (path) => {
      const file = files[path]
      if (file === undefined)
        return Promise.reject(Object.assign(new Error('no such file'), { code: 'ENOENT' }))
      return Promise.resolve(typeof file === 'string' ? utf8(file) : file)
    },
    now: () => Date.parse('2026-06-01T12:00:00Z'),
    dns: () => nobody,
    crypto: webCrypto,
    write: () => Promise.resolve(),
    stopped: () => Promise.resolve(),
    colour: 'no',
    width: 80,
    ...given,
  }
  const code = await runCli(words, io, '1.2.3')
  const bytes = Uint8Array.from(out.flatMap((part) => [...part]))
  return { code, out: new TextDecoder().decode(bytes), err, bytes }
}

const nobody: AsyncResolver = { query: () => ({ status: 'timeout', records: [] }) }
