import { clip } from '../../core/text/clip.ts'
import type { Command } from '../command.ts'
import { isInside } from '../files/path.ts'
import { pathOf } from '../files/place.ts'
import { readFlags } from '../flags.ts'
import { showText } from '../show-text.ts'

type Switch = 'recursive' | 'force'

const SWITCHES: Readonly<Record<string, Switch>> = {
  ...{ '-r': 'recursive', '-R': 'recursive', '--recursive': 'recursive' },
  ...{ '-f': 'force', '--force': 'force' },
}

export const rm: Command = {
  name: 'rm',
  kind: 'tool',
  summary: 'remove files',
  completes: ['files'],
  page: {
    synopsis: ['rm [-r] [-f] file ...'],
    description: ['Removes files for good: there is no basket to get them back from.'],
    options: [
      ['-r', 'folders too, with all that is in them'],
      ['-f', 'without complaint about what is not there'],
    ],
    examples: [['rm answer', 'remove a file']],
    seeAlso: ['ls', 'mv'],
  },
  run(words, context) {
    const given = readFlags<Switch>('rm', words, { switches: SWITCHES }, context)
    if (!given) return undefined
    const { on, words: names } = given
    const { session } = context
    if (!names.length && !on.has('force')) context.complain('rm: missing operand')
    for (const { text } of names) {
      const path = pathOf(session, text)
      const isFolder = on.has('recursive') && session.files.isFolder(path)
      const isHere = session.folder === path || isInside(session.folder, path)
      const refused =
        isFolder && isHere
          ? 'you are in it'
          : session.files[isFolder ? 'removeFolder' : 'removeFile'](path)
      const isMissing = refused === 'No such file or directory'
      if (refused !== undefined && !(isMissing && on.has('force')))
        context.complain(`rm: cannot remove '${showText(clip(text))}': ${refused}`)
    }
    return undefined
  },
}
