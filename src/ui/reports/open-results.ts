import { mount } from 'svelte'
import { openWorker } from '../../hosting/open-worker.ts'
import { LabClient } from '../../lab/client.ts'
import type { Given } from './given.ts'
import Results from './Results.svelte'
import { ReportsState } from './reports-state.svelte.ts'

/** What reads and shows reports, once it is there. */
export interface OpenedResults {
  read(given: Given): void
  example(): Promise<{
    readonly files: readonly { readonly name: string; readonly text: string }[]
    readonly zone: string
  }>
}

/** @param target What stands there gives way. */
export function openResults(target: Element): OpenedResults {
  const client = new LabClient(openWorker(), { received: () => undefined, broke: () => undefined })
  const state = new ReportsState(client.ask)
  target.replaceChildren()
  mount(Results, { target, props: { state } })
  return {
    read: (given) => void state.read(given),
    example: () => client.ask('reportExample', {}),
  }
}
