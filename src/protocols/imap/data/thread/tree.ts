import type { MessageRecord } from '../search/record.ts'
import { sentDate } from '../sort-values.ts'

/** A message while threads are built; a dummy has no record: the mailbox lacks that message. */
export interface Node {
  record: MessageRecord | undefined
  parent: Node | undefined
  children: Set<Node>
}

export const newNode = (record?: MessageRecord): Node => ({
  record,
  parent: undefined,
  children: new Set(),
})

export function link(parent: Node, child: Node): void {
  unlink(child)
  child.parent = parent
  parent.children.add(child)
}

export function unlink(child: Node): void {
  child.parent?.children.delete(child)
  child.parent = undefined
}

/** Whether making `parent` the parent of `child` would close a circle. */
export function wouldLoop(parent: Node, child: Node): boolean {
  if (parent === child) return true
  if (child.children.size === 0) return false
  for (let at = parent.parent; at; at = at.parent) if (at === child) return true
  return false
}

/** All nodes, each child before its parent. Threads may be deeper than the stack. */
export function childrenFirst(roots: Iterable<Node>): Node[] {
  const order: Node[] = []
  const left = [...roots]
  for (let next = left.pop(); next; next = left.pop()) {
    order.push(next)
    for (const child of next.children) left.push(child)
  }
  return order.reverse()
}

/** By sent date, then by the order of the mailbox. */
export function sortByDate(nodes: Iterable<Node>): Node[] {
  const rows = [...nodes].map((node) => ({ node, ...whenOf(node) }))
  rows.sort((a, b) => a.at - b.at || a.seq - b.seq)
  return rows.map(({ node }) => node)
}

/** A dummy goes by its first child, which has been sorted. */
function whenOf(node: Node): { readonly at: number; readonly seq: number } {
  const record = node.record ?? firstChild(node)?.record
  return record ? { at: sentDate(record), seq: record.seq } : { at: 0, seq: 0 }
}

export function firstChild({ children }: Node): Node | undefined {
  for (const child of children) return child
  return undefined
}
