import { byName, isInside, mailboxName, parentsOf } from './names.ts'
import type { MailboxEntry, Result, SpecialUse } from './store.ts'

/** A mailbox as far as its place in the tree goes. */
interface Named {
  name: string
  readonly specialUse?: SpecialUse
}

const refuse = (reason: 'bad-name' | 'already-exists') => ({ ok: false, reason }) as const

/** The mailboxes of an account by name. A parent that is no mailbox is a name only. */
export class MailboxTree<Box extends Named> {
  readonly byName = new Map<string, Box>()

  get size(): number {
    return this.byName.size
  }

  /** In the order in which they got their names. */
  get all(): Box[] {
    return [...this.byName.values()]
  }

  get(name: string): Box | undefined {
    return this.byName.get(name)
  }

  has(name: string): boolean {
    return this.byName.has(name)
  }

  add(mailbox: Box): void {
    this.byName.set(mailbox.name, mailbox)
  }

  delete(name: string): void {
    this.byName.delete(name)
  }

  /** The mailboxes within that one, at any depth. */
  inside(name: string): string[] {
    return [...this.byName.keys()].filter((other) => isInside(other, name))
  }

  hasUse(use: SpecialUse): boolean {
    return [...this.byName.values()].some(({ specialUse }) => specialUse === use)
  }

  /** Mailboxes and the names above them, sorted; `children` shows which are such parents. */
  entries(): { name: string; mailbox: Box | undefined; children: MailboxEntry['children'] }[] {
    const parents = new Set([...this.byName.keys()].flatMap(parentsOf))
    return [...new Set([...this.byName.keys(), ...parents])].toSorted(byName).map((name) => ({
      name,
      mailbox: this.byName.get(name),
      children: parents.has(name) ? 'some' : 'none',
    }))
  }

  /** Renames all of them or none: a new name may be taken, or too long. */
  renameAll(
    pairs: readonly (readonly [from: string, to: string])[],
  ): Result<{ readonly renamed: readonly Box[] }> {
    const sources = new Set(pairs.map(([from]) => from))
    for (const [, to] of pairs) {
      if (mailboxName(to) !== to) return refuse('bad-name')
      if (this.has(to) && !sources.has(to)) return refuse('already-exists')
    }
    const renamed = pairs.map(([from, to]) => ({ mailbox: this.get(from)!, to }))
    for (const from of sources) this.delete(from)
    for (const { mailbox, to } of renamed) {
      mailbox.name = to
      this.add(mailbox)
    }
    return { ok: true, renamed: renamed.map(({ mailbox }) => mailbox) }
  }
}
