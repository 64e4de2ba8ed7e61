import { defineGroup, setting } from '../setting.ts'
import { listOf } from '../list-types.ts'
import { choice, domainName } from '../word-types.ts'

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
      ...{ name: 'canonicalization', default: 'relaxed/relaxed', at: 'canonicalization' },
      about: 'What a signature forgives in the header, and behind the slash in the text.',
      type: choice({
        'simple/simple': 'Nothing: every octet counts.',
        'simple/relaxed': 'In the text, spaces at the ends of lines, and how many stand together.',
        'relaxed/simple': 'In the header, how fields are folded, spaced and cased.',
        'relaxed/relaxed': 'Both of these.',
      }),
      source: { rfc: 6376, section: '3.4' },
      isFor: ({ keys }) => keys !== undefined && keys.length > 0,
    }),
    setting<string>({
      ...{ name: 'also_sign', at: 'sending.alsoSigns', type: domainName },
      about: 'A domain whose key signs everything, beside that of the author.',
      source: { rfc: 6376, section: '3.6.2.1' },
      isFor: ({ keys }) => keys !== undefined && keys.length > 0,
    }),
  ],
})
