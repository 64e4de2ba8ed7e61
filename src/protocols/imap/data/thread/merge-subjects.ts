import { subjectOf } from '../sort-values.ts'
import { firstChild, link, newNode, type Node } from './tree.ts'

/** Step 5 of REFERENCES (RFC 5256 §3): threads under the root with one base subject become one. */
export function mergeSubjects(roots: readonly Node[]): Node[] {
  const table = subjectTable(roots)
  const merged = new Set(roots)
  for (const current of roots) {
    const subject = threadSubject(current)
    const other = table.get(subject)
    if (!other || other === current) continue
    merged.delete(current)
    const together = merge(current, other)
    if (together === other) continue
    merged.delete(other)
    merged.add(together)
    table.set(subject, together)
  }
  return [...merged]
}

/** Steps 5.A and 5.B: one message for each subject, rather a dummy, rather no reply. */
function subjectTable(roots: readonly Node[]): Map<string, Node> {
  const table = new Map<string, Node>()
  for (const current of roots) {
    const subject = threadSubject(current)
    if (subject === '') continue
    const other = table.get(subject)
    if (!other || (other.record && (!current.record || (isReply(other) && !isReply(current)))))
      table.set(subject, current)
  }
  return table
}

const lead = (node: Node): Node | undefined => (node.record ? node : firstChild(node))

function threadSubject(node: Node): string {
  const record = lead(node)?.record
  return record ? subjectOf(record.bytes).base : ''
}

const isReply = ({ record }: Node): boolean => !!record && subjectOf(record.bytes).isReply

/** Step 5.C.iv. @returns The new entry of the table. */
function merge(current: Node, other: Node): Node {
  if (!other.record && !current.record) {
    for (const child of [...current.children]) link(other, child)
    return other
  }
  if (!other.record || (isReply(current) && !isReply(other))) {
    link(other, current)
    return other
  }
  const dummy = newNode()
  link(dummy, other)
  link(dummy, current)
  return dummy
}
