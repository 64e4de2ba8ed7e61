import { clip } from '../../core/text/clip.ts'
import type { Command } from '../command.ts'
import { pathOf } from '../files/place.ts'
import { variableOf } from '../session.ts'
import { showText } from '../show-text.ts'

export const cd: Command = {
  name: 'cd',
  kind: 'tool',
  options: 'none',
  summary: 'go to another folder',
  completes: ['files'],
  page: {
    synopsis: ['cd [folder]'],
    description: ['Goes to a folder, or home without one. `cd ..` goes up, `cd -` back.'],
    examples: [
      ['cd zones', 'where the zones are'],
      ['cd', 'home again'],
    ],
    seeAlso: ['pwd', 'ls', 'mkdir'],
  },
  run([word], { session, complain, print }) {
    const isBack = word?.text === '-'
    const name = isBack ? variableOf(session, 'OLDPWD') : (word?.text ?? session.home)
    const path = pathOf(session, name || '.')
    if (!session.files.isFolder(path)) {
      const reason = session.files.read(path) ? 'Not a directory' : 'No such file or directory'
      complain(`cd: ${showText(clip(name))}: ${reason}`)
      return undefined
    }
    session.variables.set('OLDPWD', session.folder)
    session.folder = path
    if (isBack) print(path)
    return undefined
  },
}
