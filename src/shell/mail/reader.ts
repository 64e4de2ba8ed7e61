import * as imap from '../../protocols/imap/client/commands.ts'
import type { ServerData } from '../../protocols/imap/client/data/data.ts'
import type { Answer } from '../../protocols/imap/client/session.ts'
import { cyan, dim, red, withCode } from '../../core/text/ansi.ts'
import { alignColumns } from '../../core/text/columns.ts'
import type { MailAccount } from '../../protocols/store/store.ts'
import type { CommandContext, Program } from '../command.ts'
import type { Completion } from '../completion.ts'
import type { OpenLine } from '../connection/open.ts'
import { completeReader } from './complete-reader.ts'
import { ImapConnection, type ImapCallback, type ImapListener } from './imap-connection.ts'
import { applyData, noMessages, unreadIn } from './messages.ts'
import { parseReaderCommand, READER_COMMANDS, type ReaderCommand } from './reader-commands.ts'
import { forwardTo, mailOf, replyTo, writeTo, type MailDraft } from './answer.ts'
import { countText, folderLines, harmless, listLines, messageLines } from './show.ts'

/** The account, and the kind of line. */
export interface ReaderOptions {
  readonly address: string
  readonly tls: 'up' | 'needed' | 'never'
  /** Unguessable: for SCRAM. */
  readonly nonce: string
}

/** Replies that a login, and the opening of a folder, take at most, with some to spare. */
const ROUNDS = 24

const HEADER_ITEMS = ['FLAGS', 'INTERNALDATE', 'ENVELOPE']

/** A program that asks for the password, then lists and shows what is in a folder. */
export class MailReader implements Program, ImapListener {
  readonly name = 'mail'
  /** `waiting`: in IDLE, for new mail. `writing`: what is typed is a message. */
  state: 'password' | 'reading' | 'waiting' | 'writing' | 'leaving' = 'password'
  messages = noMessages
  /** The open folder; empty where none is. */
  folder = ''
  /** The message that was read last; 0 where none was. */
  current = 0

  #imap: ImapConnection | undefined
  /** Whether the folder is still being opened after the login. */
  #isOpening = false
  #writing: { draft: MailDraft; typed: string[]; answered: number | undefined } | undefined
  #sending: Promise<void> | undefined
  readonly #line: OpenLine
  readonly #options: ReaderOptions
  readonly #context: CommandContext

  constructor(line: OpenLine, options: ReaderOptions, context: CommandContext) {
    this.#line = line
    this.#options = options
    this.#context = context
  }

  get connection(): number {
    return this.#line.id
  }

  get prompt(): string {
    if (this.state === 'password') return 'Password: '
    return this.state === 'reading' ? '& ' : ''
  }

  get typing(): 'shown' | 'hidden' {
    return this.state === 'password' ? 'hidden' : 'shown'
  }

  line(typed: string): void {
    const text = typed.replace(/\r$/, '')
    if (this.state === 'password') return this.#login(text)
    if (this.state === 'writing') return text === '.' ? this.#sendWritten() : this.#keep(text)
    if (this.state === 'waiting') this.#stopWaiting()
    this.#run(parseReaderCommand(text, this.current + 1))
  }

  /** At the prompt alone: in a password or a message Tab has no use. */
  complete(line: string, cursor: number): Completion | undefined {
    if (this.state !== 'reading') return undefined
    const { world } = this.#context
    return completeReader(line, cursor, {
      count: this.messages.entries.length,
      folders: foldersOf(world.store.account(this.#options.address)),
      addresses: world.mailboxes.map(({ address }) => address),
    })
  }

  interrupt(): void {
    if (this.state === 'waiting') this.#stopWaiting()
    else if (this.state === 'writing') this.#drop()
    else this.#hangUp()
  }

  eof(): void {
    if (this.state === 'password') return this.#hangUp()
    if (this.state === 'writing') return this.#endMessage()
    if (this.state === 'waiting') this.#stopWaiting()
    this.#leave('quit')
  }

  #login(password: string): void {
    const { address, tls, nonce } = this.#options
    this.state = 'reading'
    this.#isOpening = true
    const job = {
      credentials: { login: address, password, nonce },
      tls,
      clearPassword: tls === 'never' ? 'allowed' : 'refused',
    } as const
    this.#imap = new ImapConnection(this.#line, job, this)
  }

  /** What a pipe or a paste has next waits for the login and for each reply. */
  async answered(): Promise<void> {
    for (let round = 0; round < ROUNDS && this.#isBusy; round++) await this.#line.answered()
    await this.#sending
  }

  get #isBusy(): boolean {
    return this.#isOpening || (this.state !== 'waiting' && (this.#imap?.pending.length ?? 0) > 0)
  }

  ready(): void {
    this.#open('INBOX')
  }

  data(data: ServerData): void {
    const { unknownFrom } = (this.messages = applyData(this.messages, data))
    if (this.state !== 'waiting' || data.type !== 'exists') return
    if (this.messages.entries.length < unknownFrom) return
    this.#fetchHeaders((from) => {
      this.#print(listLines(this.messages, numbersFrom(from, this.messages.entries.length)))
      if (this.state === 'waiting') this.#imap?.request(imap.idle)
    })
  }

  unreadable(text: string, message: string): void {
    this.#advise(`${message}: \`${harmless(text.slice(0, 60))}\``)
  }

  ended(reason: string | undefined): void {
    this.#isOpening = false
    if (reason !== undefined) this.#context.print(red(harmless(`${reason}.`)))
    this.#context.done()
  }

  #run(command: ReaderCommand): void {
    switch (command.do) {
      case 'read':
        return this.#read(command.number)
      case 'list':
        return this.#list()
      case 'delete':
        return this.#flag(command.set, '+FLAGS')
      case 'undelete':
        return this.#flag(command.set, '-FLAGS')
      case 'search':
        return this.#search(command.text)
      case 'reply':
        return this.#answer(command.number, replyTo)
      case 'forward':
        return this.#answer(command.number, (octets) => forwardTo(command.to, octets))
      case 'write':
        return this.#write(writeTo(command.to, 'A message'), undefined)
      case 'folders':
        return this.#request(imap.list('*'), (_, data) => this.#print(folderLines(data)))
      case 'open':
        return this.#open(command.name)
      case 'wait':
        return this.#wait()
      case 'quit':
      case 'leave':
        return this.#leave(command.do)
      case 'help':
        return this.#print(helpLines())
      case 'unknown':
        return this.#advise(command.advice)
    }
  }

  #open(name: string): void {
    this.messages = noMessages
    this.#imap?.request(imap.select(name), (answer) => {
      const isOpen = answer.status === 'OK'
      this.folder = isOpen ? name : ''
      if (!isOpen) {
        this.#isOpening = false
        return this.#complain(answer)
      }
      this.current = 0
      this.#fetchHeaders(() => {
        this.#isOpening = false
        const count = countText(this.messages.entries.length, unreadIn(this.messages))
        this.#context.print(`${harmless(name)} on ${this.#line.host}: ${count}`)
        this.#print(listLines(this.messages))
        this.#advise('`?` shows what can be typed here.')
      })
    })
  }

  /** Fetches what is not known yet of the messages, and then goes on. */
  #fetchHeaders(then: (from: number) => void): void {
    const from = this.messages.unknownFrom
    if (this.messages.entries.length < from) return then(from)
    this.#request(imap.fetch(`${from}:*`, HEADER_ITEMS), () => then(from))
  }

  #list(): void {
    this.#fetchHeaders(() =>
      this.#print(this.messages.entries.length ? listLines(this.messages) : ['No messages.']),
    )
  }

  #read(number: number): void {
    this.#fetchWhole(number, 'BODY[]', (octets) => {
      this.current = number
      this.#print(messageLines(octets))
    })
  }

  #fetchWhole(number: number, item: string, then: (octets: Uint8Array) => void): void {
    if (number < 1 || number > this.messages.entries.length)
      return this.#advise(
        number === this.current + 1
          ? 'There are no more messages.'
          : `There is no message ${number}.`,
      )
    this.#request(imap.fetch(String(number), [item]), (answer, data) => {
      const [octets] = data.flatMap((one) =>
        one.type === 'fetch' ? [...one.sections.values()] : [],
      )
      if (octets) then(octets)
      else this.#complain(answer)
    })
  }

  #answer(number: number, draftOf: (octets: Uint8Array) => MailDraft | undefined): void {
    this.#fetchWhole(number, 'BODY.PEEK[]', (octets) => {
      const draft = draftOf(octets)
      if (draft) this.#write(draft, number)
      else this.#advise('This message has no sender to reply to.')
    })
  }

  /** @param answered The message that is replied to or forwarded. */
  #write(draft: MailDraft, answered: number | undefined): void {
    this.state = 'writing'
    this.#writing = { draft, typed: [], answered }
    for (const [name, value] of draft.headers.slice(0, 2))
      this.#context.print(harmless(`${name}: ${value}`))
    this.#advise('Type the message. A lone `.` or Ctrl-D sends it, Ctrl-C drops it.')
  }

  #keep(text: string): void {
    this.#writing?.typed.push(text)
  }

  #drop(): void {
    this.state = 'reading'
    this.#writing = undefined
    this.#advise('Nothing was sent.')
  }

  /** The end of a pipe ends the message, and then everything. */
  #endMessage(): void {
    this.#sendWritten()
    if (this.#context.inputFrom === 'keyboard') return
    void this.#sending?.then(() => this.#leave('quit'))
  }

  /** Hands it to the server that the mailbox is on, and marks what it answers. */
  #sendWritten(): void {
    const writing = this.#writing
    if (!writing) return
    this.#writing = undefined
    this.state = 'reading'
    const { draft, typed, answered } = writing
    const mail = mailOf(
      draft,
      { from: this.#options.address, host: this.#line.host },
      typed,
      this.#context,
    )
    this.#sending = this.#context.world.send(mail).then(() => {
      this.#sending = undefined
      this.#advise(harmless(`Handed to ${this.#line.host}, for ${draft.to.join(', ')}.`))
    })
    const isReply = draft.headers.some(([name]) => name === 'In-Reply-To')
    if (answered !== undefined && isReply)
      this.#request(imap.store(String(answered), '+FLAGS', ['\\Answered']), () => undefined)
  }

  #search(text: string): void {
    this.#request(imap.search(['TEXT', { text }]), (_, data) => {
      const found = data.flatMap((one) => (one.type === 'search' ? (one.numbers ?? []) : []))
      if (found.length) this.#print(listLines(this.messages, found))
      else this.#context.print('No message has that in it.')
    })
  }

  #flag(set: string, action: '+FLAGS' | '-FLAGS'): void {
    this.#request(imap.store(set, action, ['\\Deleted']), (_, data) => {
      const changed = data.flatMap((one) => (one.type === 'fetch' ? [one.number] : []))
      this.#print(listLines(this.messages, changed))
    })
  }

  #wait(): void {
    if (this.folder === '') return this.#advise('Open a folder first: `c INBOX`.')
    this.state = 'waiting'
    this.#context.print(dim('Waiting for what happens. Ctrl-C ends it.'))
    this.#imap?.request(imap.idle)
  }

  #stopWaiting(): void {
    this.state = 'reading'
    this.#imap?.endIdle()
  }

  #leave(how: 'quit' | 'leave'): void {
    this.state = 'leaving'
    if (how === 'quit' && this.folder !== '')
      this.#request(imap.expunge, (_, data) => {
        const removed = data.filter(({ type }) => type === 'expunge').length
        if (removed) this.#context.print(`${removed} removed.`)
      })
    this.#imap?.request(imap.logout)
  }

  #hangUp(): void {
    this.#line.close()
    this.#context.print(dim('Hung up; nothing was removed.'))
    this.#context.done()
  }

  /** Sends a request; an answer that is not OK is printed in place of the callback. */
  #request(request: imap.Request, callback: ImapCallback): void {
    this.#imap?.request(request, (answer, data) =>
      answer.status === 'OK' ? callback(answer, data) : this.#complain(answer),
    )
  }

  #print(lines: readonly string[]): void {
    for (const text of lines) this.#context.print(text)
  }

  #advise(text: string): void {
    this.#context.explain(dim(withCode(text)))
  }

  #complain({ text }: Answer): void {
    this.#context.print(red(harmless(text)))
  }
}

/** Of an account those that can be opened: a parent may be a name alone. */
const foldersOf = (account: MailAccount | undefined): string[] =>
  account?.list().flatMap(({ name }) => (account.mailbox(name) ? [name] : [])) ?? []

const numbersFrom = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at)

const helpLines = (): string[] =>
  alignColumns(READER_COMMANDS.map(([typed, meaning]) => [`  ${cyan(typed)}`, withCode(meaning)]))
