import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Checked, ZoneCase } from './case.ts'
import { spell } from './spelling.ts'

const PROGRAM = 'named-compilezone'

/**
 * Names and targets that are odd are let pass; nothing is asked of the real DNS. One line a record
 * comes out, its names absolute.
 */
const OPTIONS = '-k ignore -n ignore -m ignore -i local -s full -o -'.split(' ')

export interface Named {
  readonly version: string
  check(given: ZoneCase): Promise<Checked>
  close(): Promise<void>
}

/** @returns `undefined` where it is not installed. */
export async function openNamed(): Promise<Named | undefined> {
  const asked = await run(['-v'])
  if (!asked) return undefined
  const folder = await mkdtemp(join(tmpdir(), 'zones-'))
  return {
    version: /\d+\.\d+\.\d+/.exec(asked.out)?.[0] ?? asked.out.trim(),
    async check({ id, origin, text }) {
      const file = join(folder, `${id}.zone`)
      await writeFile(file, text, 'utf8')
      const { code, out, messages } = (await run([...OPTIONS, origin, file]))!
      return { accepted: code === 0, records: recordsIn(out), ...complaintsIn(messages, file) }
    },
    close: () => rm(folder, { recursive: true }),
  }
}

interface Ran {
  readonly code: number
  readonly out: string
  readonly messages: string
}

const run = (options: readonly string[]): Promise<Ran | undefined> =>
  new Promise((resolve) => {
    execFile(PROGRAM, options, { encoding: 'latin1' }, (error, out, messages) => {
      if (error?.code === 'ENOENT') resolve(undefined)
      else resolve({ code: error ? 1 : 0, out, messages })
    })
  })

function recordsIn(out: string): string[] {
  const records = out.split('\n').flatMap((line) => {
    const parts = /^(\S+)\s+(\d+) IN\s+(\S+)\s*(.*)$/.exec(line)
    return parts ? [spell(parts[1]!, parts[2]!, parts[3]!, parts[4]!)] : []
  })
  return [...new Set(records)].sort()
}

function complaintsIn(messages: string, file: string): Pick<Checked, 'messages' | 'lines'> {
  const lines = messages.split('\n').filter((line) => line !== '')
  const complaints = lines.filter((line) => !NOTICES.test(line))
  const places = complaints.flatMap((line) => /\.zone:(\d+): /.exec(line)?.[1] ?? [])
  return { messages: lines.map((line) => line.replaceAll(file, 'zone')), lines: places.map(Number) }
}

/** Messages that do not refuse the zone. */
const NOTICES =
  /warning|no TTL specified|TTL set to prior|ignoring out-of-zone|TTL semantics|immediately after \$ORIGIN/
