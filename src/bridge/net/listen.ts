import type { AddressInfo, Server } from 'node:net'

const tries = 20
const lastPort = 65_535

/**
 * Makes a server listen on the first free port from `port` upwards.
 * @param port The port wished for; 0 lets the system choose.
 * @returns The port that it listens on.
 * @throws When 20 ports in a row are busy, or the host is not ours to listen on.
 */
export async function listen(server: Server, port: number, host: string): Promise<number> {
  const last = port === 0 ? 0 : Math.min(port + tries - 1, lastPort)
  for (let candidate = port; candidate <= last; candidate++)
    if (await tryPort(server, candidate, host)) return (server.address() as AddressInfo).port
  throw new Error(`The ports ${port} to ${last} are all busy. Choose another: --port 8080`)
}

function tryPort(server: Server, port: number, host: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException) => {
      server.off('listening', onListening)
      if (error.code === 'EADDRINUSE') resolve(false)
      else reject(error)
    }
    const onListening = () => {
      server.off('error', onError)
      resolve(true)
    }
    server.once('error', onError).once('listening', onListening).listen(port, host)
  })
}
