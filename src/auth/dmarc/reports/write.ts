import {
  DKIM_RESULTS,
  NAMESPACE,
  OVERRIDES,
  SPF_RESULTS,
  type AggregateReport,
  type DkimAuthResult,
  type OverrideReason,
  type PolicyPublished,
  type ReportMetadata,
  type ReportRecord,
  type SpfAuthResult,
} from './report.ts'
import { escapeXml } from './xml/references.ts'

/** Signatures of one row that a report lists, the best first (RFC 9990 §3.1.3). */
export const MAX_SIGNATURES = 100

/** An element with a text or with elements; `undefined` is left out. */
type Content = string | number | undefined | readonly Element[]
type Element = readonly [name: string, content: Content]

/**
 * Writes an aggregate report (RFC 9990 Appendix A), elements in the order of its sample. The same
 * report gives the same text. What only RFC 7489 knew is left out or written as `other`.
 */
export const writeAggregateReport = ({ metadata, policy, records }: AggregateReport): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<feedback xmlns="${NAMESPACE}">`,
    ...lines([
      ['version', '1.0'],
      ['report_metadata', metadataOf(metadata)],
      ['policy_published', policyOf(policy)],
      ...records.map((record): Element => ['record', recordOf(record)]),
    ]),
    '</feedback>',
    '',
  ].join('\n')

function lines(elements: readonly Element[], indent = '  '): string[] {
  return elements.flatMap(([name, content]) => {
    if (content === undefined) return []
    if (typeof content === 'string' || typeof content === 'number')
      return [`${indent}<${name}>${escapeXml(String(content))}</${name}>`]
    return [`${indent}<${name}>`, ...lines(content, `${indent}  `), `${indent}</${name}>`]
  })
}

const metadataOf = (metadata: ReportMetadata): readonly Element[] => [
  ['org_name', metadata.orgName],
  ['email', metadata.email],
  ['extra_contact_info', metadata.extraContactInfo],
  ['report_id', metadata.reportId],
  [
    'date_range',
    [
      ['begin', metadata.begin],
      ['end', metadata.end],
    ],
  ],
  ['error', metadata.error],
  ['generator', metadata.generator],
]

const policyOf = (policy: PolicyPublished): readonly Element[] => [
  ['domain', policy.domain],
  ['discovery_method', policy.discoveryMethod],
  ['p', policy.p],
  ['sp', policy.sp],
  ['np', policy.np],
  ['fo', policy.fo],
  ['adkim', policy.adkim],
  ['aspf', policy.aspf],
  ['testing', policy.testing],
]

const recordOf = (record: ReportRecord): readonly Element[] => [
  [
    'row',
    [
      ['source_ip', record.sourceIp],
      ['count', record.count],
      [
        'policy_evaluated',
        [
          ['disposition', record.disposition],
          ['dkim', record.dkim],
          ['spf', record.spf],
          ...record.reasons.map((reason): Element => ['reason', reasonOf(reason)]),
        ],
      ],
    ],
  ],
  [
    'identifiers',
    [
      ['header_from', record.headerFrom],
      ['envelope_from', record.envelopeFrom],
      ['envelope_to', record.envelopeTo],
    ],
  ],
  [
    'auth_results',
    [
      ...record.dkimResults
        .slice(0, MAX_SIGNATURES)
        .map((result): Element => ['dkim', dkimOf(result)]),
      ...(record.spfResult ? [['spf', spfOf(record.spfResult)] as const] : []),
    ],
  ],
]

/** A type of old reports is none of the schema's: the comment names it. */
function reasonOf({ type, comment }: OverrideReason): readonly Element[] {
  const isKnown = OVERRIDES.some((one) => one === type)
  const written = isKnown ? comment : [type, ...(comment === undefined ? [] : [comment])].join(': ')
  return [
    ['type', isKnown ? type : 'other'],
    ['comment', written],
  ]
}

/** The schema wants a selector (Appendix C); where none is known the element stays empty. */
const dkimOf = ({ domain, selector, result, humanResult }: DkimAuthResult): readonly Element[] => [
  ['domain', domain],
  ['selector', selector ?? ''],
  ['result', DKIM_RESULTS.includes(result) ? result : 'permerror'],
  ['human_result', humanResult],
]

/** `mfrom` is the only scope that the schema has. */
const spfOf = ({ domain, scope, result, humanResult }: SpfAuthResult): readonly Element[] => [
  ['domain', domain],
  ['scope', scope === 'mfrom' ? scope : undefined],
  ['result', SPF_RESULTS.includes(result) ? result : 'permerror'],
  ['human_result', humanResult],
]
