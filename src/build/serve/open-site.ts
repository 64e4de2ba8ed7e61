import { announceBriefly, editLines, readyLines, urlOf } from '../../bridge/serve/announce.ts'
import type { Paint } from '../../cli/output/paint.ts'
import { staticServer } from '../../bridge/http/static-server.ts'
import { listen } from '../../bridge/net/listen.ts'
import { startBridge } from '../../bridge/serve/start-bridge.ts'
import { sandboxWorld } from '../../world/sandbox.ts'
import type { StartOptions } from './start-options.ts'

/** The playground on a port of this machine. */
export interface OpenSite {
  /** What to print about it, line by line; the page's address comes first. */
  readonly output: readonly string[]
  close(): Promise<void>
}

/**
 * Serves the built playground, and opens the bridge where that is wanted and can be done.
 * @param dist Folder of the built playground.
 * @throws Where the page itself cannot be served.
 */
export async function openSite(
  dist: string,
  options: StartOptions,
  paint: Paint,
): Promise<OpenSite> {
  if (options.bridge === 'none') return openAlone(dist, options, paint)
  try {
    return await openWithBridge(dist, options, paint)
  } catch (error) {
    const { output, close } = await openAlone(dist, options, paint)
    const reason = error instanceof Error ? error.message : String(error)
    return { output: [...output, `  Mail programs cannot take part: ${reason}`, ''], close }
  }
}

async function openAlone(
  dist: string,
  { port, listen: [host = '127.0.0.1'] }: StartOptions,
  paint: Paint,
): Promise<OpenSite> {
  const server = staticServer(dist)
  const taken = await listen(server, port, host)
  const busy = port === 0 || taken === port ? undefined : port
  return {
    output: readyLines({ host, port: taken, busy }, paint),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function openWithBridge(
  dist: string,
  { port, ports, listen: addresses, zones }: StartOptions,
  paint: Paint,
): Promise<OpenSite> {
  const spec = { ...sandboxWorld, now: new Date().toISOString() }
  const [{ name, addresses: own }] = spec.hosts as [(typeof spec.hosts)[0]]
  const bridge = await startBridge({
    spec,
    listen: addresses,
    ports: { ...ports, http: port },
    caller: { name, address: own[0]! },
    site: dist,
    readOnly: zones === 'read',
    now: () => Date.now(),
  })
  const page = bridge.ports.find(({ service }) => service === 'http')!
  const [host = '127.0.0.1'] = addresses
  return {
    output: [
      ...readyLines({ host, port: page.port, busy: page.busy }, paint),
      announceBriefly(bridge.facts(), paint),
      `  What they do is shown at ${urlOf(host, page.port)}live/`,
      ...(zones === 'read' ? [] : editLines(addresses, bridge.ports, bridge.token)),
      '',
    ],
    close: () => bridge.stop(),
  }
}
