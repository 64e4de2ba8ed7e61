import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

/** Packages that do a part of the same work. They are not the project's own dependencies. */
const find = createRequire(resolve('tests/bench/package.json'))

export interface ZoneRival {
  parse(text: string): unknown
}

export interface SpfRival {
  spf(options: SpfQuestion): Promise<{ readonly status: { readonly result: string } }>
}

export interface SpfQuestion {
  readonly ip: string
  readonly helo: string
  readonly sender: string
  readonly mta: string
  /** Resolves with values as `node:dns` gives them, or rejects with an error that has a `code`. */
  readonly resolver: (name: string, type: string) => Promise<unknown>
}

export interface DkimRival {
  dkimVerify(
    message: Uint8Array,
    options: { readonly resolver: SpfQuestion['resolver'] },
  ): Promise<{ readonly results: readonly { readonly status: { readonly result: string } }[] }>
}

export interface DmarcRival {
  dmarc(question: DmarcQuestion): Promise<{ readonly status: { readonly result: string } } | false>
}

export interface DmarcQuestion {
  readonly headerFrom: readonly string[]
  readonly spfDomains: readonly { readonly domain: string }[]
  readonly dkimDomains: readonly { readonly domain: string }[]
  readonly resolver: SpfQuestion['resolver']
}

export const zoneRival = await load<ZoneRival>('dns-zonefile')
export const spfRival = await load<SpfRival>('mailauth/lib/spf')
export const dkimRival = await load<DkimRival>('mailauth/lib/dkim/verify')
export const dmarcRival = await load<DmarcRival>('mailauth/lib/dmarc')

/** @returns `undefined`, and reports it, where the package is not installed. */
async function load<Package>(name: string): Promise<Package | undefined> {
  try {
    const found = (await import(pathToFileURL(find.resolve(name)).href)) as { default: Package }
    return found.default
  } catch {
    console.log(`${name} is not here: npm install --prefix tests/bench --no-package-lock`)
    return undefined
  }
}
