import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The files of a packed package. */
export const listOf = (tarball: string): string[] =>
  execFileSync('tar', ['-tzf', tarball], { encoding: 'utf8' }).trim().split('\n')

/** Unpacks a package below a folder. */
export function unpackedPackage(tarball: string, below: string) {
  const into = join(below, 'looked-at')
  mkdirSync(into)
  execFileSync('tar', ['-xzf', tarball, '-C', into])
  const folder = join(into, 'package')
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<
    string,
    unknown
  >
  return { folder, manifest }
}
