import type { PanelName } from '../../lab/types.ts'
import { fetchAgain } from '../../hosting/fetch-again.ts'
import type { Panel } from './panel.ts'

/** Panels that are used together come together. */
const talking = () => fetchAgain(() => import('./talking.ts'))
const receiving = () => fetchAgain(() => import('./receiving.ts'))
const around = () => fetchAgain(() => import('./around.ts'))
const judging = () => fetchAgain(() => import('./judging.ts'))

/** Every panel that a lesson may ask for. A new one is a folder, a line in its group and one here. */
export const panels: Readonly<Record<PanelName, () => Promise<Panel>>> = {
  terminal: async () => (await talking()).Terminal,
  mailbox: async () => (await receiving()).Mailbox,
  envelope: async () => (await receiving()).HeldEnvelope,
  wire: async () => (await around()).Wire,
  time: async () => (await around()).Time,
  devices: async () => (await around()).Devices,
  numbers: async () => (await around()).Numbers,
  map: async () => (await around()).Map,
  delivery: async () => (await fetchAgain(() => import('./Delivery/Delivery.svelte'))).default,
  zone: async () => (await judging()).Zone,
  asked: async () => (await fetchAgain(() => import('./Asked/Asked.svelte'))).default,
  readers: async () => (await judging()).Readers,
  published: async () => (await judging()).Published,
  senders: async () => (await judging()).SenderCases,
  mails: async () => (await judging()).Mails,
}

/** Fetches what a panel will want beside its own code. */
export const loadAhead: Readonly<Partial<Record<PanelName, () => Promise<void>>>> = {
  zone: async () => (await judging()).loadMonacoAhead(),
}
