import { withCode } from '../../core/text/ansi.ts'
import type { Command, CommandContext } from '../command.ts'
import { readFlags } from '../flags.ts'
import type { Word } from '../language/tree.ts'
import { showText } from '../show-text.ts'
import { gatherInputs } from '../text/inputs.ts'
import { linesOf } from '../text/lines.ts'

export const postsuper: Command = {
  name: 'postsuper',
  summary: 'delete messages that wait at this host, as Postfix does',
  page: {
    synopsis: ['postsuper -d queue-id | ALL | -'],
    description: [
      'Deletes messages from the queue of this host. Nothing is reported to their senders: a message that is deleted so is gone. `mailq` shows the ids.',
    ],
    options: [
      ['-d queue-id', 'delete this message; may come several times'],
      ['-d ALL', 'delete all of them'],
      ['-d -', 'delete those whose ids come through a pipe'],
    ],
    examples: [['postsuper -d ALL', 'empty the queue of this host']],
    seeAlso: ['postqueue', 'mailq', 'ssh'],
  },
  run(words, context) {
    const given = readFlags<never, 'delete'>(
      'postsuper',
      words,
      { values: { '-d': 'delete' } },
      context,
    )
    if (!given) return undefined
    const ids = given.all.map(([, word]) => word)
    if (!ids.length || given.words.length)
      return void context.complain(
        withCode('usage: postsuper -d queue-id\nTry `postsuper -d ALL`; `mailq` shows the ids.'),
      )
    if (!ids.some(({ text }) => text === '-')) return void remove(ids.map(textOf), context)
    return gatherInputs('postsuper', [], context, ([input]) => {
      const read = linesOf(input?.octets ?? new Uint8Array(0)).map((line) => line.trim())
      remove([...ids.map(textOf).filter((id) => id !== '-'), ...read.filter((id) => id)], context)
    })
  },
}

const textOf = ({ text }: Word): string => text

function remove(ids: readonly string[], { world, host, note }: CommandContext): void {
  let count = 0
  for (const id of ids) {
    const removed = world.deleteQueued(host.name, id === 'ALL' ? undefined : id)
    count += removed
    if (removed && id !== 'ALL') note(`postsuper: ${showText(id)}: removed`)
  }
  if (count) note(`postsuper: Deleted: ${count} message${count === 1 ? '' : 's'}`)
}
