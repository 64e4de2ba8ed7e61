import { readdirSync, readFileSync } from 'node:fs'

interface ProcessFacts {
  readonly pid: number
  readonly parent: number
  /** In clock ticks, of itself and the system for it. */
  readonly ticks: number
}

/** A tick of the kernel's accounts, in milliseconds. */
const TICK = 10

/**
 * Processor time that a program and those it started have used, in milliseconds: what a busy machine
 * does not change. @returns `undefined` where the system does not report it.
 */
export function processorTime(root: number): number | undefined {
  const all = processes()
  if (!all.some(({ pid }) => pid === root)) return undefined
  const ours = new Set([root])
  // A parent may be listed behind its child, so as often as a generation is found.
  for (let before = 0; before !== ours.size;) {
    before = ours.size
    for (const { pid, parent } of all) if (ours.has(parent)) ours.add(pid)
  }
  return all.reduce((sum, { pid, ticks }) => sum + (ours.has(pid) ? ticks * TICK : 0), 0)
}

function processes(): ProcessFacts[] {
  try {
    return readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? factsOf(name) : []))
  } catch {
    return []
  }
}

/** proc(5): behind the name come state, parent and so on; the times are the 14th and 15th of all. */
function factsOf(pid: string): ProcessFacts[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1')
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    return [
      {
        pid: Number(pid),
        parent: Number(fields[1]),
        ticks: Number(fields[11]) + Number(fields[12]),
      },
    ]
  } catch {
    // It has ended meanwhile.
    return []
  }
}
