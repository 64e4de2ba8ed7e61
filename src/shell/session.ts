import type { HostSpec } from '../world/spec.ts'
import type { FileTree } from './files/file-tree.ts'
import type { Path } from './files/path.ts'

/** Somebody logged in on a host: where they are, and what they have set. */
export interface Session {
  readonly host: HostSpec
  readonly user: string
  /** The files of the host. */
  readonly files: FileTree
  readonly home: Path
  /** The folder that names of files begin from. */
  folder: Path
  readonly variables: Map<string, string>
  /** The status of the last pipeline, `$?`: 0 is success. */
  status: number
}

/** The name of who sits at the learner's desk. */
export const LEARNER = 'you'

export function openSession(host: HostSpec, user: string, files: FileTree): Session {
  const home = `/home/${user}`
  return { host, user, files, home, folder: home, variables: new Map(), status: 0 }
}

/** What a variable holds; some are kept by the terminal itself. */
export function variableOf(session: Session, name: string): string {
  const own = session.variables.get(name)
  if (own !== undefined) return own
  const { host, user, home, folder, status } = session
  const kept: Readonly<Record<string, string>> = {
    ...{ '?': String(status), HOME: home, HOST: host.name, HOSTNAME: host.name },
    ...{ PWD: folder, USER: user, LOGNAME: user, SHELL: '/bin/sh' },
  }
  return Object.hasOwn(kept, name) ? kept[name]! : ''
}
