import { FrameLine } from './frame-line.ts'
import { lookOf } from './look.ts'
import { optionsOf } from './options-of.ts'
import { frameAddress, languageFor } from './own-site.ts'
import { embedLimits, type FrameMessage, type KindName } from './protocol.ts'
import { leave, share } from './switchboard.ts'
import { shadowSheet } from './shadow-sheet.ts'
import { textOf } from './text-of.ts'
import { watchLook } from './watch-look.ts'
import { embedWords } from './words.ts'

/** How far off the screen a widget is when it is fetched. */
const NEAR = '600px 0px'

interface Waiting {
  resolve(state: string): void
  reject(reason: Error): void
}

/**
 * An element whose content is what is read without a script, in print and in a feed; for who comes near it
 * shows a frame of the site in its place.
 */
export abstract class HeloElement extends HTMLElement {
  abstract readonly kind: KindName
  /** Where the script came from; the attribute `site` comes first. */
  static site: string | undefined
  readonly #root = this.attachShadow({ mode: 'open' })
  readonly #slot = document.createElement('slot')
  readonly #note = document.createElement('p')
  readonly #changes = new MutationObserver(() => this.#changed())
  #near: IntersectionObserver | undefined
  #line: FrameLine | undefined
  #unwatch: (() => void) | undefined
  #opened = ''
  /** The last state that the frame reported: a frame that is moved in the page starts anew. */
  #state: string | undefined
  #waiting = new Map<number, Waiting>()
  #lastId = 0

  connectedCallback(): void {
    this.#root.adoptedStyleSheets = [shadowSheet()]
    this.#note.hidden = true
    this.#note.part.add('note')
    this.#slot.classList.toggle('plain', this.childElementCount === 0)
    this.#slot.hidden = false
    this.#root.replaceChildren(this.#slot, this.#note)
    this.#changes.observe(this, {
      ...{ attributes: true, childList: true, characterData: true, subtree: true },
    })
    const loading = this.getAttribute('loading')
    if (loading === 'eager') return this.#load()
    if (loading === 'click') return this.#offer()
    this.addEventListener('click', this.#load, { once: true })
    this.#near = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && this.#load(),
      { rootMargin: NEAR },
    )
    this.#near.observe(this)
  }

  disconnectedCallback(): void {
    this.#near?.disconnect()
    this.#changes.disconnect()
    this.removeEventListener('click', this.#load)
    this.#takeFrameAway()
  }

  /** Begins anew, with what the element holds. */
  reset(): void {
    this.#state = undefined
    this.#line?.post({ type: 'reset' })
  }

  /** What was done, for `setState` and for links; empty where nothing was opened yet. */
  getState(): Promise<string> {
    if (!this.#line?.isThere) return Promise.resolve(this.#state ?? '')
    return this.#ask((id) => this.#line!.post({ type: 'getState', id }))
  }

  /** Goes on from a state. Rejects with a sentence where that cannot be; then all is as it was. */
  setState(state: string): Promise<string> {
    const text = String(state)
    if (text.length > embedLimits.state) return Promise.reject(new Error('The state is too long.'))
    if (this.#line?.isThere)
      return this.#ask((id) => this.#line!.post({ type: 'setState', id, state: text }))
    this.#state = text
    this.#load()
    return Promise.resolve(text)
  }

  get #words() {
    return embedWords[this.#language]
  }

  get #language() {
    return languageFor(
      this.getAttribute('locale') ?? this.closest('[lang]')?.getAttribute('lang') ?? '',
    )
  }

  /** The site's root, where it can be known. */
  get #site(): string | undefined {
    const given = this.getAttribute('site') ?? HeloElement.site
    const site = given && URL.canParse(given, document.baseURI) && new URL(given, document.baseURI)
    if (!site || !/^https?:$/.test(site.protocol)) return undefined
    return site.href.replace(/[?#].*$/, '').replace(/\/?$/, '/')
  }

  #ask(post: (id: number) => void): Promise<string> {
    const id = ++this.#lastId
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      post(id)
    })
  }

  /** Waits for a click on a button below what the element holds. */
  #offer(): void {
    const button = document.createElement('button')
    button.type = 'button'
    button.part.add('open')
    button.textContent = this.#words.open
    button.addEventListener('click', () => this.#load())
    this.#note.replaceChildren(button)
    this.#note.hidden = false
  }

  readonly #load = (): void => {
    if (this.#line || !this.isConnected) return
    this.#near?.disconnect()
    const site = this.#site
    if (site === undefined) return this.#say(this.#words.site)
    const frame = document.createElement('iframe')
    const isIsolated = this.hasAttribute('isolated')
    frame.title = this.getAttribute('label') ?? this.#words.titles[this.kind]
    frame.part.add('frame')
    frame.referrerPolicy = 'no-referrer'
    frame.setAttribute('sandbox', isIsolated ? SANDBOX : `${SANDBOX} allow-same-origin`)
    frame.allow = 'clipboard-write'
    frame.src = frameAddress(site, this.#language).href
    this.#line = new FrameLine(frame, isIsolated ? 'null' : new URL(site).origin, {
      received: (message, port) => this.#received(message, port),
      failed: (why) => this.#failed(why),
    })
    this.#unwatch = watchLook(() => this.#showLook())
    this.#root.append(frame)
  }

  #takeFrameAway(): void {
    this.#unwatch?.()
    if (this.#line) leave(this.#line)
    this.#line?.close()
    this.#line?.frame.remove()
    this.#line = undefined
    this.#slot.hidden = false
    for (const { reject } of this.#waiting.values()) reject(new Error('The widget is gone.'))
    this.#waiting.clear()
  }

  #failed(why: 'failed' | 'other'): void {
    this.#takeFrameAway()
    const link = document.createElement('a')
    link.href = this.#site ?? ''
    link.target = '_blank'
    link.rel = 'noopener'
    link.textContent = this.#words.playground
    this.#say(this.#words[why], ' ', link)
  }

  #say(...parts: (string | Node)[]): void {
    this.#note.replaceChildren(...parts)
    this.#note.hidden = false
    this.#emit('problem', parts[0])
  }

  /** The element, or what is around it, has changed. */
  #changed(): void {
    if (!this.#line?.isThere) return
    if (this.#opened === this.#content) this.#showLook()
    else {
      this.#state = undefined
      this.#open()
    }
  }

  get #content(): string {
    return JSON.stringify([textOf(this), optionsOf(this)])
  }

  #open(): void {
    this.#opened = this.#content
    const state = this.#state ?? this.getAttribute('state') ?? undefined
    const text = textOf(this)
    this.#line?.post({
      ...{
        type: 'open',
        shares: true,
        kind: this.kind,
        look: this.#look,
        options: optionsOf(this),
      },
      // One character more, so that the frame knows that it is too long.
      text: text.slice(0, embedLimits.text + 1),
      ...(state !== undefined && { state }),
    })
  }

  get #look() {
    const look = lookOf(this)
    // A frame of another scheme than its page gets a ground of its own.
    if (this.#line)
      this.#line.frame.style.colorScheme = look.theme === 'auto' ? 'light dark' : look.theme
    return look
  }

  #showLook(): void {
    if (this.#line?.isThere) this.#line.post({ type: 'look', look: this.#look })
  }

  #received(message: FrameMessage, port: MessagePort | undefined): void {
    const line = this.#line!
    const { frame } = line
    switch (message.type) {
      case 'hello':
        return this.#open()
      case 'height':
        frame.style.height = `${Math.ceil(message.height)}px`
        return
      case 'ready':
        this.#note.hidden = true
        frame.part.add('ready')
        this.#slot.hidden = true
        return this.#emit('ready', { kind: message.kind })
      case 'answer':
        this.#waiting.get(message.id)?.resolve(message.state)
        return void this.#waiting.delete(message.id)
      case 'refused':
        this.#waiting.get(message.id)?.reject(new Error(message.reason))
        return void this.#waiting.delete(message.id)
      case 'state':
        this.#state = message.state
        return this.#emit('state', message.state)
      case 'verdict':
        return this.#emit('verdict', message.verdict)
      case 'goal':
        return this.#emit('goal', message.goal)
      case 'step':
        return this.#emit('step', message.step)
      case 'share':
        return port && share(line.origin + this.#site, line, port)
      case 'problem':
        return this.#emit('problem', message.reason)
      default:
        return this.#emit('complete', { record: message.record })
    }
  }

  #emit(type: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true }))
  }
}

/** What a frame may do: run its scripts, take an answer in a form, open a link in a tab, hand out a file. */
const SANDBOX =
  'allow-scripts allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads'
