import { clip } from '../../core/text/clip.ts'
import type { CommandContext } from '../command.ts'
import { readFlags } from '../flags.ts'
import type { Word } from '../language/tree.ts'
import { showText } from '../show-text.ts'
import type { Refused } from './file-tree.ts'
import { nameOf, resolvePath } from './path.ts'
import { pathOf } from './place.ts'

/** What `cp` and `mv` do: the last word is where to, the others what. */
export function copyOrMove(
  command: 'cp' | 'mv',
  words: readonly Word[],
  context: CommandContext,
): void {
  const given = readFlags<'force'>(command, words, { switches: { '-f': 'force' } }, context)
  if (!given) return
  const { session, complain } = context
  const sources = given.words.slice(0, -1)
  const target = given.words.at(-1)
  if (!target || !sources.length)
    return complain(
      target
        ? `${command}: missing destination file operand after '${showText(clip(target.text))}'`
        : `${command}: missing file operand`,
    )
  const to = pathOf(session, target.text)
  const isFolder = session.files.isFolder(to)
  if (sources.length > 1 && !isFolder)
    return complain(`${command}: target '${showText(clip(target.text))}': Not a directory`)
  for (const { text } of sources) {
    const path = isFolder ? resolvePath(nameOf(pathOf(session, text)), to) : to
    const refused = one(command, text, path, context)
    if (refused !== undefined) complain(`${command}: '${showText(clip(text))}': ${refused}`)
  }
}

function one(command: 'cp' | 'mv', name: string, to: string, { session }: CommandContext): Refused {
  const from = pathOf(session, name)
  if (session.files.isFolder(from)) return 'folders are neither copied nor moved here, only files'
  const file = session.files.read(from)
  if (!file) return 'No such file or directory'
  if (from === to) return 'this is the same file'
  const refused = session.files.write(to, file.octets)
  return refused === undefined && command === 'mv' ? session.files.removeFile(from) : refused
}
