import { clip } from '../../core/text/clip.ts'
import type { Command, CommandContext } from '../command.ts'
import { folderOf, type Path } from '../files/path.ts'
import { pathOf } from '../files/place.ts'
import { readFlags } from '../flags.ts'
import { showText } from '../show-text.ts'

export const mkdir: Command = {
  name: 'mkdir',
  kind: 'tool',
  summary: 'make a folder',
  completes: ['files'],
  page: {
    synopsis: ['mkdir [-p] folder ...'],
    description: ['Makes folders.'],
    options: [['-p', 'with those above it, and without complaint where it is there already']],
    examples: [['mkdir -p mail/old', 'two folders, one in the other']],
    seeAlso: ['ls', 'rm', 'cd'],
  },
  run(words, context) {
    const given = readFlags<'parents'>(
      'mkdir',
      words,
      { switches: { '-p': 'parents', '--parents': 'parents' } },
      context,
    )
    if (!given) return undefined
    if (!given.words.length) context.complain('mkdir: missing operand')
    for (const { text } of given.words) {
      const path = pathOf(context.session, text)
      const make = given.on.has('parents') ? makeAll : makeOne
      const refused = make(path, context)
      if (refused !== undefined)
        context.complain(`mkdir: cannot create directory '${showText(clip(text))}': ${refused}`)
    }
    return undefined
  },
}

const makeOne = (path: Path, { session }: CommandContext): string | undefined =>
  session.files.makeFolder(path)

function makeAll(path: Path, context: CommandContext): string | undefined {
  const missing: Path[] = []
  for (let at = path; !context.session.files.isFolder(at); at = folderOf(at)) missing.unshift(at)
  for (const one of missing) {
    const refused = makeOne(one, context)
    if (refused !== undefined) return refused
  }
  return undefined
}
