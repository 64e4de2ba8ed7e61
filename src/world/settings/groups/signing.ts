import { defineGroup, setting } from '../setting.ts'
import { listOf } from '../list-types.ts'
import { domainName } from '../word-types.ts'

/** What it signs. */
export const signing = defineGroup({
  title: 'DKIM signatures',
  settings: [
    setting<readonly string[]>({
      ...{ name: 'sign_with', unset: 'all keys that it has' },
      about: 'Names of the keys that it signs with; empty, it signs nothing.',
      type: listOf(domainName),
      source: { rfc: 6376, section: '3.6.2.1' },
      isFor: ({ keys }) => keys !== undefined && keys.length > 0,
      get: ({ signWith }) => signWith,
      set(host, data) {
        const { signWith: _, ...others } = host
        return data ? { ...others, signWith: data } : others
      },
    }),
    setting<string>({
      ...{ name: 'also_sign', at: 'sending.alsoSigns', type: domainName },
      about: 'A domain whose key signs everything, beside that of the author.',
      source: { rfc: 6376, section: '3.6.2.1' },
      isFor: ({ keys }) => keys !== undefined && keys.length > 0,
    }),
  ],
})
