import { utf8 } from '../../core/bytes.ts'
import { blue, bold } from '../../core/text/ansi.ts'
import { clip } from '../../core/text/clip.ts'
import type { Command, CommandContext } from '../command.ts'
import { readFlags } from '../flags.ts'
import { resolvePath, type Path } from '../files/path.ts'
import { pathOf } from '../files/place.ts'
import { showText } from '../show-text.ts'
import { formatTime } from '../text/time-format.ts'
import { inColumns } from '../text/name-columns.ts'

type Switch = 'all' | 'long' | 'single' | 'readable' | 'reverse' | 'time' | 'size' | 'itself'

const SWITCHES: Readonly<Record<string, Switch>> = {
  ...{ '-a': 'all', '-A': 'all', '--all': 'all', '-l': 'long', '-1': 'single', '-h': 'readable' },
  ...{ '-r': 'reverse', '-t': 'time', '-S': 'size', '-d': 'itself' },
}

export const ls: Command = {
  name: 'ls',
  kind: 'tool',
  summary: 'list the files of a folder',
  completes: ['files'],
  page: {
    synopsis: ['ls [-l] [-a] [-1] [-h] [-r] [-t] [-S] [-d] [file ...]'],
    description: [
      'Lists the names in a folder, your own without a name. Each host has its own files, and each has a home folder for who logs in.',
    ],
    options: [
      ['-l', 'with owner, size in octets, and time'],
      ['-a', 'with names that begin with a dot'],
      ['-1', 'one a line'],
      ['-h', 'sizes for people: `1.2K`'],
      ['-t, -S, -r', 'the newest first; the largest first; the other way round'],
      ['-d', 'folders themselves, not what is in them'],
    ],
    examples: [
      ['ls', 'what is here'],
      ['ls -l zones', 'the zones as they are kept here'],
    ],
    seeAlso: ['cat', 'cd', 'cp'],
  },
  run(words, context) {
    const given = readFlags<Switch>('ls', words, { switches: SWITCHES }, context)
    if (!given) return undefined
    const names = given.words.length ? given.words.map(({ text }) => text) : ['.']
    const known = names.filter((name) => isThere(name, context))
    const { session } = context
    const isFolder = (name: string): boolean =>
      !given.on.has('itself') && session.files.isFolder(pathOf(session, name))
    const files = known.filter((name) => !isFolder(name))
    if (files.length) list(files, session.folder, given.on, context)
    for (const [at, folder] of known.filter(isFolder).entries()) {
      const path = pathOf(session, folder)
      if (names.length > 1) context.write(utf8(`${at || files.length ? '\n' : ''}${folder}:\n`))
      const all = session.files.list(path)
      const shown = given.on.has('all') ? all : all.filter((name) => !name.startsWith('.'))
      if (given.on.has('long')) context.write(utf8(`total ${blocks(shown, path, context)}\n`))
      list(shown, path, given.on, context)
    }
    return undefined
  },
}

function isThere(name: string, context: CommandContext): boolean {
  const { session } = context
  const path = pathOf(session, name)
  if (session.files.isFolder(path) || session.files.read(path)) return true
  context.complain(`ls: cannot access '${showText(clip(name))}': No such file or directory`)
  context.setStatus(2)
  return false
}

interface Entry {
  readonly name: string
  readonly isFolder: boolean
  readonly size: number
  readonly changed: number
}

/** Octets that a folder takes, as it is shown. */
const FOLDER_SIZE = 4096

function entryOf(name: string, folder: Path, { session }: CommandContext): Entry {
  const path = resolvePath(name, folder)
  const file = session.files.read(path)
  if (!file) return { name, isFolder: true, size: FOLDER_SIZE, changed: Date.UTC(2026, 0) }
  return { name, isFolder: false, size: file.octets.length, changed: file.changed }
}

/** Kibibytes on a disk of blocks of four. */
const blocks = (names: readonly string[], folder: Path, context: CommandContext): number =>
  names.reduce((sum, name) => sum + Math.ceil(entryOf(name, folder, context).size / 4096) * 4, 0)

function list(
  names: readonly string[],
  folder: Path,
  on: ReadonlySet<Switch>,
  context: CommandContext,
): void {
  const entries = sorted(
    names.map((name) => entryOf(name, folder, context)),
    on,
  )
  if (on.has('long')) return listLong(entries, on, context)
  const shown = entries.map(({ name }) => showText(name))
  const paint = (at: number): string =>
    entries[at]!.isFolder ? bold(blue(shown[at]!)) : shown[at]!
  if (!context.isOnScreen || on.has('single'))
    for (const at of shown.keys()) context.print(paint(at))
  else for (const row of inColumns(shown, paint)) context.print(row)
}

function sorted(entries: readonly Entry[], on: ReadonlySet<Switch>): Entry[] {
  const order = entries.toSorted((a, b) => {
    if (on.has('time') && a.changed !== b.changed) return b.changed - a.changed
    if (on.has('size') && a.size !== b.size) return b.size - a.size
    return a.name < b.name ? -1 : 1
  })
  return on.has('reverse') ? order.toReversed() : order
}

function listLong(entries: readonly Entry[], on: ReadonlySet<Switch>, context: CommandContext) {
  const sizes = entries.map(({ size }) => (on.has('readable') ? readable(size) : String(size)))
  const width = Math.max(0, ...sizes.map((size) => size.length))
  const { user } = context.session
  for (const [at, { name, isFolder, changed }] of entries.entries()) {
    const mode = isFolder ? 'drwxr-xr-x 2' : '-rw-r--r-- 1'
    const time = formatTime('%b %e %H:%M', changed)
    const shown = isFolder ? bold(blue(showText(name))) : showText(name)
    context.print(`${mode} ${user} ${user} ${sizes[at]!.padStart(width)} ${time} ${shown}`)
  }
}

/** `812`, `1.2K`, `15K`, `3.4M`: rounded up, as the real program does. */
function readable(size: number): string {
  if (size < 1024) return String(size)
  const [value, unit] = size < 1_048_576 ? [size / 1024, 'K'] : [size / 1_048_576, 'M']
  return value < 10
    ? `${(Math.ceil(value * 10) / 10).toFixed(1)}${unit}`
    : `${Math.ceil(value)}${unit}`
}
