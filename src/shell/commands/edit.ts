import { fromStrictUtf8 } from '../../core/bytes.ts'
import { clip } from '../../core/text/clip.ts'
import { withCode } from '../../core/text/ansi.ts'
import type { Command } from '../command.ts'
import { Editor } from '../edit/editor.ts'
import { pathOf } from '../files/place.ts'
import { folderOf } from '../files/path.ts'
import { readFlags } from '../flags.ts'
import { pointAt } from '../point-at.ts'
import { showText } from '../show-text.ts'

export const edit: Command = {
  name: 'edit',
  origin: 'ours',
  aliases: ['nano'],
  kind: 'tool',
  summary: 'write a file, with keys as in nano',
  completes: ['files'],
  page: {
    synopsis: ['edit file'],
    description: [
      'Opens a file, or begins a new one, in an editor of a few rows. Type, and move with the arrows. Ctrl-O writes the file, Ctrl-X leaves, and asks where something was not written yet.',
      'Ctrl-K takes out a line, several times for several lines; Ctrl-U puts them in again. Ctrl-W looks for a word. Ctrl-C ends it, as it ends everything, and keeps what was not written in `file.save`.',
    ],
    examples: [
      ['edit message.eml', 'change a message'],
      ['edit session.txt', 'write down what to type, for `nc mx.example.org 25 < session.txt`'],
    ],
    seeAlso: ['cat', 'less', 'printf'],
  },
  run(words, context) {
    const given = readFlags('edit', words, {}, context)
    if (!given) return undefined
    const [word, more] = given.words
    const { session, line } = context
    if (!word) return void context.complain(withCode('Name a file: `edit notes`, for instance.'))
    if (more)
      return void context.complain(
        pointAt(line, more.span, 'One file at a time: this is a second.'),
      )
    if (!context.isOnScreen || context.inputFrom !== 'keyboard')
      return void context.complain('edit: it wants the keyboard and the screen for itself.')
    const path = pathOf(session, word.text)
    const name = showText(clip(word.text))
    const fail = (reason: string): undefined =>
      void context.complain(`edit: ${name}: ${reason}`) as undefined
    if (session.files.isFolder(path)) return fail('Is a directory')
    if (!session.files.isFolder(folderOf(path))) return fail('No such file or directory')
    const stored = session.files.read(path)
    const text = stored && fromStrictUtf8(stored.octets)
    if (stored && text === undefined) return fail('it is no text: not all of it is UTF-8')
    if (text?.includes('\r'))
      context.note('Lines of this file end with CR, shown as ␍; they keep it.')
    return new Editor({ name, path, text }, context)
  },
}
