import { spawn } from 'node:child_process'
import type { Ran } from './case.ts'

/** Functions of a shell that lead the programs to our servers. */
export const prelude = (dns: number): string =>
  [
    `export RES_NAMESERVERS=127.0.0.1 RES_OPTIONS='port:${dns} retrans:1 retry:1'`,
    `dig() { command dig @127.0.0.1 -p ${dns} +tries=1 "$@"; }`,
    `host() { command host -p ${dns} "$@" 127.0.0.1; }`,
    `nslookup() { command nslookup -port=${dns} "$@" 127.0.0.1; }`,
  ].join('\n')

/** Milliseconds that a line may take. */
const LIMIT = 20_000

/** Runs a line in a real shell. */
export function runTheirs(line: string, before: string, folder: string): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn('bash', ['-c', `${before}\n${line}`], {
      cwd: folder,
      timeout: LIMIT,
      env: {
        ...process.env,
        LC_ALL: 'C',
        TZ: 'UTC',
        HOME: folder,
        PATH: `${process.env['PATH']}:/usr/sbin`,
      },
    })
    let output = ''
    let errors = ''
    child.stdout.on('data', (bytes: Buffer) => (output += bytes.toString('latin1')))
    child.stderr.on('data', (bytes: Buffer) => (errors += bytes.toString('latin1')))
    child.stdin.end()
    child.once('error', reject)
    child.once('close', (code) => resolve({ status: code ?? -1, output, errors }))
  })
}
