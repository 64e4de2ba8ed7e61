import { parseBimi } from '../../auth/bimi/record.ts'
import { BIMI_DRAFT, bimiFormat } from '../../auth/formats/bimi.ts'
import { describedTag } from '../../auth/tag-format.ts'
import type { Composed, Composer, Field, ReadRecord, Said, Values } from './composer.ts'
import { optionalValues, tagField } from './tag-field.ts'
import { isOn, switchOf, tagValue, textRecord, under, writeTags } from './write-text.ts'

const draft = (section: string) => ({ draft: BIMI_DRAFT, section })
const shown = { field: 'declines', is: [''] }

const fields: readonly Field[] = [
  tagField(bimiFormat, 'l', {
    ...{
      kind: 'text',
      label: 'Address of the logo',
      example: 'https://example.org/logo.svg',
      when: shown,
    },
    why: 'An SVG in the profile of BIMI, “Tiny PS”, over `https:`. Other pictures are not shown.',
  }),
  tagField(bimiFormat, 'a', {
    ...{
      kind: 'text',
      label: 'Address of the certificate',
      example: 'https://example.org/logo.pem',
      when: shown,
    },
    why: 'A mark certificate: it proves that the logo is yours, and it is bought. Large receivers show nothing without one.',
  }),
  tagField(bimiFormat, 'avp', {
    ...{ kind: 'choice', label: 'A sender with a picture of their own', rare: true, when: shown },
    options: optionalValues(bimiFormat, 'avp', { label: 'not written', meaning: 'the logo' }, [
      'brand',
    ]),
  }),
  {
    ...tagField(bimiFormat, 'lps', {
      kind: 'switch',
      label: 'Try the local part as a selector',
      rare: true,
      when: shown,
    }),
  },
  {
    ...{
      name: 'selector',
      kind: 'text',
      label: 'Selector',
      initial: 'default',
      rare: true,
      example: 'default',
    },
    why: 'Where a message names none in a field `BIMI-Selector`, it is `default`.',
    source: draft('4.3'),
  },
  {
    ...{
      name: 'declines',
      kind: 'switch',
      label: 'Ask that no logo be shown',
      initial: '',
      rare: true,
    },
    why: 'With `l=` and `a=` both empty, for a name below one that has a logo.',
    source: draft('4.3.1'),
  },
]

function compose(values: Values, domain: string): Composed {
  const declines = isOn(values['declines'])
  const [logo, evidence] = [tagValue(values['l'] ?? ''), tagValue(values['a'] ?? '')]
  if (!declines && !logo)
    return {
      records: [],
      files: [],
      meaning: [],
      notes: [
        { text: 'Give the address of the logo.', source: draft('4.3') },
        ...whatItTakes(domain),
      ],
    }
  const selector = tagValue(values['selector'] ?? '') || 'default'
  const avp = tagValue(values['avp'] ?? '')
  const text = declines
    ? writeTags(bimiFormat, { l: '', a: '' })
    : writeTags(bimiFormat, {
        l: logo,
        ...(evidence && { a: evidence }),
        ...(avp && { avp }),
        ...(isOn(values['lps']) && { lps: 'true' }),
      })
  return {
    records: [textRecord(under(`${selector}._bimi`, domain), text)],
    files: [],
    meaning: declines
      ? [{ text: `No logo is shown beside mail from \`@${domain}\`.`, source: draft('4.3.1') }]
      : [
          {
            text: `Receivers that show logos may show this one beside mail from \`@${domain}\` that passes DMARC.`,
            source: draft('7.1'),
          },
        ],
    notes: declines ? [] : whatItTakes(domain),
  }
}

const whatItTakes = (domain: string): Said[] => [
  {
    text: `DMARC in force, at \`${domain}\` and at its organization: \`quarantine\` or \`reject\` for all mail.`,
    source: draft('7.1'),
  },
  {
    text: 'A logo as SVG, small and square, that draws the same everywhere: no scripts, nothing fetched from elsewhere.',
    source: draft('4.3.2'),
  },
  { text: 'A receiver decides by itself whether it shows anything. No record can make it.' },
]

/** Tags that a field stands for. */
const KNOWN = new Set(Object.keys(bimiFormat.tags))

function read(text: string, owner: string): ReadRecord | undefined {
  const record = parseBimi(text)
  if (!record.isBimi) return undefined
  const selector = /^(.+)\._bimi$/i.exec(owner)?.[1]?.toLowerCase()
  const values = {
    ...{ l: record.location ?? '', a: record.evidence, lps: switchOf(record.localParts) },
    ...{
      avp: record.preference === 'personal' ? 'personal' : '',
      declines: switchOf(record.declines),
    },
    ...(selector !== undefined && { selector }),
  }
  const dropped = record.tags.filter(
    ({ name }) => !KNOWN.has(name) || !describedTag(bimiFormat, name),
  )
  return { values, dropped: dropped.map(({ name }) => name) }
}

export const bimi: Composer = {
  ...{ id: 'bimi', title: 'BIMI', fields, compose, read },
  lead: 'Offers your logo, to be shown beside mail that passes DMARC. It comes last, when all the rest stands.',
}
