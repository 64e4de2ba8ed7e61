import { words } from '#words/check'
import type { LabClient } from '../../lab/client.ts'
import type { CheckAsked, Checked, CheckFix } from '../../lab/check/checked.ts'
import { checkLimits } from '../../lab/check/limits.ts'
import { fixTexts } from './fix-texts.ts'
import type { LinkedCheck, LinkedSender, LinkedText } from '../../lab/link/link.ts'

/** A text on the page; its number stays when others come and go. */
export interface PageText extends LinkedText {
  readonly id: number
}

export interface CheckPorts {
  readonly client: Pick<LabClient, 'ask' | 'close'>
  /** Milliseconds since 1970. */
  now(): number
  /** Keeps what is on the page. @returns Whether it could. */
  store(check: LinkedCheck): boolean
  /** Does something once nothing was typed for a while. */
  later(act: () => void): void
}

/** Milliseconds after which a check that is under way is given up for a newer one. */
const PATIENCE = 3000

/** What is on the page “Check yours”, and what came of it. */
export class CheckState {
  texts = $state.raw<readonly PageText[]>([])
  sender = $state.raw<LinkedSender>({ ip: '', mailFrom: '' })
  /** What was found, and the texts that it was found in. */
  answer = $state.raw<{ readonly checked: Checked; readonly of: readonly PageText[] }>()
  isReading = $state(false)
  /** A sentence about what was just done, or could not be. */
  notice = $state('')
  canUndo = $state(false)

  readonly #ports: CheckPorts
  #lastId = 0
  #before: readonly PageText[] = []
  #asked = 0
  #askedAt = 0

  constructor(ports: CheckPorts, start: LinkedCheck | undefined) {
    this.#ports = ports
    this.open(start ?? { v: 1, texts: [] })
  }

  get linked(): LinkedCheck {
    const { ip, mailFrom } = this.sender
    const texts = this.texts.map(({ id: _, ...text }) => text)
    return { v: 1, texts, ...((ip || mailFrom) && { sender: { ip, mailFrom } }) }
  }

  get isEmpty(): boolean {
    return this.texts.every(({ text }) => text.trim() === '')
  }

  open({ texts, sender }: LinkedCheck): void {
    this.texts = texts.slice(0, checkLimits.texts).map((text) => this.#placed(text))
    if (this.texts.length === 0) this.texts = [this.#placed({ name: '', text: '' })]
    if (sender) this.sender = sender
    void this.check()
  }

  /** Puts texts where nothing is yet, or behind the others. */
  add(...added: readonly LinkedText[]): void {
    const kept = this.texts.filter(({ text, name, copy }) => text || name || copy)
    const room = checkLimits.texts - kept.length
    if (added.length > room) this.say(words.tooMany(checkLimits.texts))
    this.#set([...kept, ...added.slice(0, room).map((text) => this.#placed(text))])
    void this.check()
  }

  addEmpty(): void {
    this.#set([...this.texts, this.#placed({ name: '', text: '' })].slice(0, checkLimits.texts))
  }

  /** Fills the copy that is still empty, in the order of sending; otherwise adds. */
  addFile(file: LinkedText): void {
    const open = this.texts.find(({ copy, text }) => copy && text === '')
    if (open && /\.eml$/i.test(file.name)) this.edit(open.id, file)
    else this.add(file)
    void this.check()
  }

  addCopies(): void {
    const [message] = this.texts.filter(
      ({ copy, text }, at) => !copy && text && this.answer?.checked.texts[at]?.kind === 'message',
    )
    const rest = this.texts.filter((one) => one !== message && (one.text || one.name))
    const copies: LinkedText[] = [
      { name: '', text: '', copy: 'sent' },
      { ...(message ?? { name: '', text: '' }), copy: 'arrived' },
    ]
    this.#set([...copies.map((one) => this.#placed(one)), ...rest].slice(0, checkLimits.texts))
    void this.check()
  }

  /** What somebody typed; a text that was octets is characters from then on. */
  edit(id: number, change: Partial<LinkedText>): void {
    this.texts = this.texts.map((one) => {
      if (one.id !== id) return one
      const { octets: _, ...kept } = one
      return { ...(change.text === undefined ? one : kept), ...change }
    })
    this.say('')
    this.#later()
  }

  setSender(change: Partial<LinkedSender>): void {
    this.sender = { ...this.sender, ...change }
    this.#later()
  }

  remove(id: number): void {
    this.#withUndo(
      this.texts.filter((one) => one.id !== id),
      words.removed,
    )
  }

  clear(): void {
    this.#withUndo([], words.cleared)
  }

  apply(fix: CheckFix): void {
    const { answer } = this
    if (!answer) return
    // What was typed since is not undone by a fix for what stood there before.
    if (this.texts !== answer.of) return void this.check()
    const fixed = fixTexts(answer.of, answer.checked, fix)
    this.#withUndo(fixed, words.fixed(fix.title))
  }

  undo(): void {
    this.#set(this.#before)
    this.say('')
    void this.check()
  }

  say(notice: string): void {
    this.notice = notice
    this.canUndo = false
  }

  async check(): Promise<void> {
    if (!this.#ports.store(this.linked)) this.say(words.notStored)
    const of = this.texts
    const run = ++this.#asked
    if (this.isEmpty) {
      this.answer = undefined
      this.isReading = false
      return
    }
    const now = this.#ports.now()
    // An engine that is busy with an older text is started anew.
    if (this.isReading && now - this.#askedAt > PATIENCE) this.#ports.client.close()
    if (!this.isReading) this.#askedAt = now
    this.isReading = true
    try {
      const checked = await this.#ports.client.ask('check', this.#question(of, now))
      if (run === this.#asked) this.answer = { checked, of }
    } catch {
      if (run === this.#asked) this.say(words.broke)
    } finally {
      if (run === this.#asked) this.isReading = false
    }
  }

  /** What is too long is not sent: the card says so. */
  #question(of: readonly PageText[], now: number): CheckAsked {
    const texts = of.map(({ id: _, ...one }) =>
      one.text.length > checkLimits.text ? { ...one, text: '' } : one,
    )
    return { texts, sender: this.sender, now }
  }

  #later(): void {
    const run = ++this.#asked
    this.#ports.later(() => {
      if (run === this.#asked) void this.check()
    })
  }

  #withUndo(texts: readonly PageText[], notice: string): void {
    this.#before = this.texts
    this.#set(texts)
    this.say(notice)
    this.canUndo = true
    void this.check()
  }

  #set(texts: readonly PageText[]): void {
    this.texts = texts.length > 0 ? texts : [this.#placed({ name: '', text: '' })]
  }

  #placed(text: LinkedText): PageText {
    return { ...text, id: ++this.#lastId }
  }
}
