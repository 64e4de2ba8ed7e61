import type { Session } from '../session.ts'
import { hasPattern, matches, type Pattern } from '../language/pattern.ts'
import { resolvePath, type Path } from './path.ts'

/** The path that a written name means in a session. */
export const pathOf = ({ folder }: Session, written: string): Path => resolvePath(written, folder)

/** Names of files that a pattern stands for, written as the pattern is; sorted. */
export function filesMatching(session: Session, pattern: Pattern): readonly string[] {
  const isAbsolute = pattern.startsWith('/')
  let found = [isAbsolute ? '/' : '']
  for (const part of pattern.split('/').filter((one) => one !== '')) {
    found = found.flatMap((before) => namesFor(session, before, part).map((name) => before + name))
    found = found.map((path) => `${path}/`)
  }
  return found.map((path) => path.replace(/\/$/, '')).toSorted()
}

function namesFor(session: Session, before: string, part: Pattern): readonly string[] {
  const folder = pathOf(session, before || '.')
  if (hasPattern(part)) return session.files.list(folder).filter((name) => matches(part, name))
  const name = part.replace(/\\(.)/g, '$1')
  const path = resolvePath(name, folder)
  return session.files.isFolder(path) || session.files.read(path) ? [name] : []
}
