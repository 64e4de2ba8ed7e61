import type { MessageRecord } from '../search/record.ts'
import { idsOf } from './message-ids.ts'
import { mergeSubjects } from './merge-subjects.ts'
import type { Thread } from './thread.ts'
import { childrenFirst, link, newNode, sortByDate, unlink, wouldLoop, type Node } from './tree.ts'

/**
 * Threads messages by their references (RFC 5256 §3, REFERENCES). The steps are those of the RFC.
 * @param messages In the order of the mailbox.
 */
export function references(messages: readonly MessageRecord[]): Thread[] {
  const nodes = linkAll(messages)
  const roots = prune([...nodes].filter(({ parent }) => !parent))
  for (const root of roots) if (!root.record) sortChildren(root)
  const merged = mergeSubjects(sortByDate(roots))
  for (const node of childrenFirst(merged)) sortChildren(node)
  return asThreads(sortByDate(merged))
}

/** Step 1: links every message and every referenced ID. */
function linkAll(messages: readonly MessageRecord[]): Set<Node> {
  const all = new Set<Node>()
  const known = new Map<string, Node>()
  const add = (node: Node): Node => {
    all.add(node)
    return node
  }
  const nodeOf = (id: string): Node => {
    const node = known.get(id) ?? add(newNode())
    known.set(id, node)
    return node
  }
  // A second message of the same ID counts as one without (step 1.A).
  const own = messages.map((record) => {
    const id = idsOf(record.bytes).own
    const node = id === undefined || known.get(id)?.record ? add(newNode()) : nodeOf(id)
    node.record = record
    return node
  })
  for (const [at, record] of messages.entries()) {
    const ancestors = idsOf(record.bytes).ancestors.map(nodeOf)
    linkAncestors(ancestors)
    linkToParent(own[at]!, ancestors.at(-1))
  }
  return all
}

/** Step 1.A: each is the parent of the next, unless that one has a parent. */
function linkAncestors(ancestors: readonly Node[]): void {
  for (let at = 1; at < ancestors.length; at++) {
    const [parent, child] = [ancestors[at - 1]!, ancestors[at]!]
    if (!child.parent && !wouldLoop(parent, child)) link(parent, child)
  }
}

/** Step 1.B: the last reference is the parent, whatever others made of it. */
function linkToParent(message: Node, parent: Node | undefined): void {
  unlink(message)
  if (parent && !wouldLoop(parent, message)) link(parent, message)
}

/** Steps 2 and 3: dummies go, and their children take their place. */
function prune(roots: readonly Node[]): Node[] {
  for (const node of childrenFirst(roots)) {
    const kept = [...node.children].flatMap((child) =>
      child.record ? [child] : [...child.children],
    )
    node.children = new Set()
    for (const child of kept) {
      child.parent = node
      node.children.add(child)
    }
  }
  // Right under the root a dummy stays if it holds several threads together.
  return roots.flatMap((root) => {
    if (root.record || root.children.size > 1) return [root]
    const promoted = [...root.children]
    for (const child of promoted) child.parent = undefined
    return promoted
  })
}

function sortChildren(node: Node): void {
  if (node.children.size > 1) node.children = new Set(sortByDate(node.children))
}

function asThreads(roots: readonly Node[]): Thread[] {
  const made = new Map<Node, Thread>()
  for (const node of childrenFirst(roots)) {
    const children = [...node.children].map((child) => made.get(child)!)
    made.set(node, { ...(node.record ? { message: node.record } : {}), children })
  }
  return roots.map((root) => made.get(root)!)
}
