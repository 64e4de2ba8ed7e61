import type { ComposerId, Values } from '../../lab/compose/composer.ts'
import { isPrivateKey } from '../../lab/compose/private-key.ts'
import type { RampAsked } from '../../lab/compose/ramp.ts'
import type { ComposeAsked } from '../../lab/questions/composed-record.ts'
import type { PlainComposer } from './plain-composer.ts'
import { readStored, type StoredWriting } from './stored-writing.ts'

/** Where what is chosen is kept. May throw, as a browser's storage does. */
export type WriteStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

export const STORED_AT = 'helo-world/write'

/** For which domain records are shown before one was typed. */
export const EXAMPLE_DOMAIN = 'example.org'

interface WriteOptions {
  readonly composers: readonly PlainComposer[]
  /** Undefined: nothing is kept. */
  readonly storage: WriteStorage | undefined
  /** `2026-06-01` */
  readonly today: string
}

/** All that is chosen on the page, kept as it changes. */
export class WriteState {
  readonly composers: readonly PlainComposer[]
  tab = $state<ComposerId>('spf')
  domain = $state('')
  values = $state.raw<Readonly<Record<ComposerId, Values>>>(noValues())
  /** The kinds that somebody has chosen for. */
  touched = $state.raw<readonly ComposerId[]>([])
  ramp = $state.raw<RampAsked>({ from: '', rarest: 31, signed: 'no', lists: 'yes' })
  /** A private key was put where the public half belongs, and was taken out. */
  refusedPrivate = $state(false)
  #storage: WriteStorage | undefined

  constructor({ composers, storage, today }: WriteOptions) {
    this.composers = composers
    this.#storage = storage
    this.reset(today)
    const stored = readStored(attempt(() => storage?.getItem(STORED_AT)) ?? null)
    if (stored) this.restore(stored)
  }

  get composer(): PlainComposer {
    return this.composers.find(({ id }) => id === this.tab) ?? this.composers[0]!
  }

  /** For whom the records are. */
  get whose(): string {
    return this.domain.trim() || EXAMPLE_DOMAIN
  }

  get asked(): ComposeAsked {
    const { tab, values, touched, ramp } = this
    return {
      ...{ id: tab, domain: this.whose, values: values[tab] },
      beside: touched.filter((id) => id !== tab).map((id) => ({ id, values: values[id] })),
      ...(tab === 'dmarc' && { ramp }),
    }
  }

  titleOf(id: ComposerId): string {
    return this.composers.find((one) => one.id === id)?.title ?? id
  }

  set(name: string, value: string): void {
    const isPrivate = isPrivateKey(value)
    // A paste of several lines may come as several events, the last ones with what was left: nothing.
    if (isPrivate || value !== '') this.refusedPrivate = isPrivate
    this.take([{ id: this.tab, values: { [name]: isPrivate ? '' : value } }])
  }

  /** Puts values into the fields of each kind; the others stay. */
  take(found: readonly { readonly id: ComposerId; readonly values: Values }[]): void {
    for (const { id, values } of found) {
      this.values = { ...this.values, [id]: { ...this.values[id], ...values } }
      if (!this.touched.includes(id)) this.touched = [...this.touched, id]
    }
    this.keep()
  }

  setDomain(domain: string): void {
    this.domain = domain
    this.keep()
  }

  setRamp(change: Partial<RampAsked>): void {
    this.ramp = { ...this.ramp, ...change }
    this.keep()
  }

  /** Back to what is chosen before anybody chose. */
  reset(today: string): void {
    this.values = Object.assign(
      noValues(),
      Object.fromEntries(
        this.composers.map(({ id, fields }) => [
          id,
          Object.fromEntries(fields.map(({ name, initial }) => [name, initial])),
        ]),
      ),
    )
    this.touched = []
    this.domain = ''
    this.ramp = { from: today, rarest: 31, signed: 'no', lists: 'yes' }
  }

  snapshot(): StoredWriting {
    const { tab, domain, values, touched, ramp } = this
    return { v: 1, tab, domain, values, touched, ramp }
  }

  restore({ tab, domain, values, touched, ramp }: StoredWriting): void {
    this.tab = tab
    this.domain = domain
    const all = { ...this.values }
    for (const { id } of this.composers) all[id] = { ...all[id], ...values[id] }
    this.values = all
    this.touched = touched
    this.ramp = { ...this.ramp, ...ramp }
  }

  /** @returns Whether it is kept. */
  keep(): boolean {
    return (
      attempt(() => {
        this.#storage?.setItem(STORED_AT, JSON.stringify(this.snapshot()))
        return this.#storage !== undefined
      }) ?? false
    )
  }

  /** From here on it is kept there. @returns Whether it could be: otherwise nothing is. */
  keepIn(storage: WriteStorage): boolean {
    this.#storage = storage
    const isKept = this.keep()
    if (!isKept) this.#storage = undefined
    return isKept
  }
}

const noValues = (): Record<ComposerId, Values> => ({
  ...{ spf: {}, dkim: {}, dmarc: {}, bimi: {} },
  'mta-sts': {},
})

function attempt<Result>(act: () => Result): Result | undefined {
  try {
    return act()
  } catch {
    return undefined
  }
}
