/** An absolute path as text: `/home/you/zones`, without `.` and `..` and without a `/` at its end. */
export type Path = string

/** What a written path means from a folder on. Never leaves the root. */
export function resolvePath(written: string, from: Path): Path {
  const names: string[] = []
  for (const name of `${written.startsWith('/') ? '' : from}/${written}`.split('/')) {
    if (name === '..') names.pop()
    else if (name !== '' && name !== '.') names.push(name)
  }
  return `/${names.join('/')}`
}

export const folderOf = (path: Path): Path => path.slice(0, path.lastIndexOf('/')) || '/'

export const nameOf = (path: Path): string => path.slice(path.lastIndexOf('/') + 1)

/** Whether a path is in a folder, at any depth. */
export const isInside = (path: Path, folder: Path): boolean =>
  folder === '/' ? path !== '/' : path.startsWith(`${folder}/`)
