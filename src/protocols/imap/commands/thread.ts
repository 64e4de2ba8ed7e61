import type { Work } from '../../shared/work.ts'
import { orderedSubject } from '../data/thread/ordered-subject.ts'
import { reading } from '../data/thread/reading.ts'
import { references } from '../data/thread/references.ts'
import { printThreads, threadAlgorithms, type ThreadAlgorithm } from '../data/thread/thread.ts'
import { keysBehind } from '../search/arguments.ts'
import { switchCondstoreOn } from '../responses/condstore.ts'
import { asksModSeq, find } from '../search/find.ts'
import { charsetRefusal } from '../search/unknown-charset.ts'
import { defineBothForms } from '../server/both-forms.ts'
import { ok } from '../server/command.ts'
import { outputOf, type Output } from '../server/output.ts'
import { keyword } from '../wire/combine.ts'

const source = { rfc: 5256, section: '3' } as const

const algorithms = { ORDEREDSUBJECT: orderedSubject, REFERENCES: references } as const

const threadArguments = keysBehind<ThreadAlgorithm>(keyword(...threadAlgorithms))

export const [thread, uidThread] = defineBothForms({
  verb: 'THREAD',
  syntax: 'REFERENCES UTF-8 ALL',
  about: 'Finds messages, and groups them',
  aboutUid: 'Groups messages, and names their UIDs',
  source,
  uidSource: source,
  expunges: 'held',
  arguments: threadArguments,
  run(session, { before: algorithm, charset, key }, by, tools) {
    if (key.key === 'unknown-charset') return charsetRefusal(session, charset, 'unknown', tools)!
    const aware = asksModSeq(key) ? switchCondstoreOn(session, tools) : { session, untagged: [] }
    const searching = find(session, key)
    function* lines(): Work<Output> {
      const found = yield* searching
      yield* reading(found)
      const threads = algorithms[algorithm](found)
      const printed = printThreads(threads, ({ seq, uid }) => (by === 'uid' ? uid : seq))
      return [`* THREAD${printed === '' ? '' : ` ${printed}`}\r\n`]
    }
    const { now, later } = outputOf(lines())
    const sent = { untagged: [...aware.untagged, ...now], ...(later && { stream: later }) }
    return ok(aware.session, tools.responses.done(tools), sent)
  },
})
