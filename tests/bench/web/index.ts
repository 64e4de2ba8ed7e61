import { cpus, loadavg } from 'node:os'
import { keysPart } from './keys.ts'
import type { WebPart } from './part.ts'
import { openStage, type Stage } from './stage.ts'
import { renderPart } from './table.ts'
import { terminalPart } from './terminal.ts'
import { takeTurns } from './turns.ts'
import { zonePart } from './zone.ts'

/** What is measured in a browser. It takes minutes, so that it runs only where it is named. */
export const webParts: readonly WebPart[] = [terminalPart, zonePart, keysPart]

/** Builds the pages, loads them in a browser, and prints them side by side. */
export async function measureWeb(parts: readonly WebPart[], runs: number): Promise<void> {
  const stage = await openStage().catch((error: unknown) => {
    console.log(
      `\nweb: nothing measured. ${error instanceof Error ? error.message : String(error)}`,
    )
  })
  if (!stage) return
  try {
    for (const part of parts) console.log(await measurePart(part, stage, runs))
  } finally {
    await stage.close()
  }
}

async function measurePart(part: WebPart, stage: Stage, runs: number): Promise<string> {
  const before = load()
  const visits = { own: await part.visit('own', stage), bare: await part.visit('bare', stage) }
  const rounds = await takeTurns(visits, runs)
  for (const visit of Object.values(visits)) await visit.close()
  const times = `medians of ${runs}, load ${before} to ${load()} on ${cpus().length} processors`
  return renderPart({ ...part, about: `${part.about}; ${times}` }, rounds)
}

const load = (): string => loadavg()[0]!.toFixed(1)
