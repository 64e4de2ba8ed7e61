import * as say from '../../protocols/imap/client/commands.ts'
import type { ServerData } from '../../protocols/imap/client/data/data.ts'
import type { Answer } from '../../protocols/imap/client/session.ts'
import { cyan, dim, red, withCode } from '../../core/text/ansi.ts'
import { alignColumns } from '../../core/text/columns.ts'
import type { CommandContext, Program } from '../command.ts'
import type { OpenLine } from '../connection/open.ts'
import { hear, noLetters, unreadIn, type Letters } from './letters.ts'
import { ORDERS, readOrder, type Order } from './orders.ts'
import { harmless, letterLines, listLines } from './show.ts'
import { startMailTalk, type MailTalk } from './talk.ts'

/** Who reads, and on what kind of line. */
export interface Reading {
  readonly address: string
  readonly tls: 'up' | 'needed' | 'never'
  /** Nobody can guess it: for SCRAM. */
  readonly nonce: string
}

const HEADER_ITEMS = ['FLAGS', 'INTERNALDATE', 'ENVELOPE']

/** A program that asks for the password, then lists and shows what is in a mailbox. */
export function createMailReader(
  line: OpenLine,
  { address, tls, nonce }: Reading,
  context: CommandContext,
): Program {
  let talk: MailTalk | undefined
  let letters: Letters = noLetters
  let mailbox = ''
  let current = 0
  let isWaiting = false
  let isLeaving = false

  const print = (lines: readonly string[]): void => {
    for (const text of lines) context.print(text)
  }
  const advise = (text: string): void => context.tell(dim(withCode(text)))
  const complain = ({ text }: Answer): void => context.print(red(harmless(text)))

  function login(password: string): void {
    talk = startMailTalk(
      line,
      {
        credentials: { login: address, password, nonce },
        tls,
        clearPassword: tls === 'never' ? 'allowed' : 'refused',
      },
      {
        ready: () => open('INBOX'),
        data: listen,
        unreadable: (text, message) => advise(`${message}: \`${harmless(text.slice(0, 60))}\``),
        idling: () => undefined,
        ended(reason) {
          if (reason !== undefined) context.print(red(harmless(`${reason}.`)))
          context.done()
        },
      },
    )
  }

  function listen(data: ServerData): void {
    letters = hear(letters, data)
    if (!isWaiting || data.type !== 'exists' || letters.list.length < letters.unknownFrom) return
    askHeaders((from) => {
      print(listLines(letters, numbersFrom(from)))
      if (isWaiting) talk?.ask(say.idle)
    })
  }

  const numbersFrom = (from: number): number[] =>
    letters.list.flatMap((_, at) => (at + 1 >= from ? [at + 1] : []))

  /** Asks for what is not known yet of the letters, and then goes on. */
  function askHeaders(then: (from: number) => void): void {
    const from = letters.unknownFrom
    if (letters.list.length < from) return then(from)
    talk?.ask(say.fetch(`${from}:*`, HEADER_ITEMS), (answer) => {
      if (answer.status === 'OK') then(from)
      else complain(answer)
    })
  }

  function open(name: string): void {
    letters = noLetters
    talk?.ask(say.select(name), (answer) => {
      if (answer.status !== 'OK') {
        mailbox = ''
        return complain(answer)
      }
      mailbox = name
      current = 0
      askHeaders(() => {
        const { length } = letters.list
        context.print(`${harmless(name)} on ${line.host}: ${count(length, unreadIn(letters))}`)
        print(listLines(letters))
        advise('`?` shows what can be typed here.')
      })
    })
  }

  function read(number: number): void {
    if (number < 1 || number > letters.list.length)
      return advise(
        number === current + 1 ? 'There are no more letters.' : `There is no letter ${number}.`,
      )
    talk?.ask(say.fetch(String(number), ['BODY[]']), (answer, data) => {
      const octets = data.flatMap((one) => (one.type === 'fetch' ? [...one.sections.values()] : []))
      if (answer.status !== 'OK' || !octets[0]) return complain(answer)
      current = number
      print(letterLines(octets[0]))
    })
  }

  function search(text: string): void {
    talk?.ask(say.search(['TEXT', { text }]), (answer, data) => {
      if (answer.status !== 'OK') return complain(answer)
      const found = data.flatMap((one) => (one.type === 'search' ? (one.numbers ?? []) : []))
      if (found.length) print(listLines(letters, found))
      else context.print('No letter has that in it.')
    })
  }

  const flag = (set: string, action: '+FLAGS' | '-FLAGS'): void =>
    talk?.ask(say.store(set, action, ['\\Deleted']), (answer, data) => {
      if (answer.status !== 'OK') return complain(answer)
      const told = data.flatMap((one) => (one.type === 'fetch' ? [one.number] : []))
      print(listLines(letters, told))
    })

  function folders(): void {
    talk?.ask(say.list('*'), (answer, data) => {
      if (answer.status !== 'OK') return complain(answer)
      for (const one of data)
        if (one.type === 'list') {
          const use = one.attributes.find((name) =>
            /^\\(?:Sent|Drafts|Junk|Trash|Archive)$/i.test(name),
          )
          context.print(`  ${cyan(harmless(one.name))}${use ? dim(`  ${use}`) : ''}`)
        }
    })
  }

  function leave(how: 'quit' | 'leave'): void {
    isLeaving = true
    if (how === 'quit' && mailbox !== '')
      talk?.ask(say.expunge, (answer, data) => {
        const gone = data.filter(({ type }) => type === 'expunge').length
        if (answer.status !== 'OK') complain(answer)
        else if (gone) context.print(`${gone} removed.`)
      })
    talk?.ask(say.logout)
  }

  function wait(): void {
    if (mailbox === '') return advise('Open a mailbox first: `c INBOX`.')
    isWaiting = true
    context.print(dim('Waiting for what happens. Ctrl-C ends it.'))
    talk?.ask(say.idle)
  }

  function obey(order: Order): void {
    switch (order.do) {
      case 'read':
        return read(order.number)
      case 'list':
        return askHeaders(() => print(letters.list.length ? listLines(letters) : ['No letters.']))
      case 'delete':
        return flag(order.set, '+FLAGS')
      case 'undelete':
        return flag(order.set, '-FLAGS')
      case 'search':
        return search(order.text)
      case 'folders':
        return folders()
      case 'open':
        return open(order.name)
      case 'wait':
        return wait()
      case 'quit':
      case 'leave':
        return leave(order.do)
      case 'help':
        return print(
          alignColumns(ORDERS.map(([typed, meaning]) => [`  ${cyan(typed)}`, withCode(meaning)])),
        )
      case 'unknown':
        return advise(order.advice)
    }
  }

  const stopWaiting = (): void => {
    isWaiting = false
    talk?.done()
  }

  const hangUp = (): void => {
    line.close()
    context.print(dim('Hung up; nothing was removed.'))
    context.done()
  }

  return {
    name: 'mail',
    get prompt() {
      if (!talk) return 'Password: '
      return isWaiting || isLeaving ? '' : '& '
    },
    get typing() {
      return talk ? 'shown' : 'hidden'
    },
    line(text) {
      if (!talk) return login(text)
      if (isWaiting) stopWaiting()
      obey(readOrder(text, current + 1))
    },
    interrupt: () => (isWaiting ? stopWaiting() : hangUp()),
    eof: () => (talk ? leave('quit') : hangUp()),
  }
}

function count(letters: number, unread: number): string {
  const all = letters === 1 ? '1 letter' : `${letters || 'no'} letters`
  return unread ? `${all}, ${unread} unread.` : `${all}.`
}
