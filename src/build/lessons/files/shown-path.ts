import { sep } from 'node:path'

/** A lesson's file as people know it: from `lessons/` on, with `/` between folders. */
export function shownPath(path: string): string {
  const parts = path.split(sep)
  const start = parts.lastIndexOf('lessons')
  return (start < 0 ? parts : parts.slice(start)).join('/')
}
