import { expect, test } from 'vitest'
import type { GoalStatus } from '../evidence.ts'
import { zoneEvidence } from '../testing/zone-evidence.ts'
import { judge } from './index.ts'

const not = (reason: string): GoalStatus => ({ met: false, reason })
const spf = '@ IN TXT "v=spf1 mx -all"'

test.each<[string, string[], number, GoalStatus]>([
  ['enough', [spf], 2, { met: true }],
  ['too few', [spf], 3, not('The SPF record of `example.org` has 2 terms.')],
  ['none at all', ['@ IN TXT "v=spf1"'], 1, not('The SPF record of `example.org` has 0 terms.')],
  ['no record', ['@ IN TXT "hello"'], 1, not('`example.org` has no SPF records.')],
  ['two records', [spf, spf.replace('mx', 'a')], 1, not('`example.org` has several SPF records.')],
])('%s', (_, lines, atLeast, status) =>
  expect(judge({ kind: 'spf-terms', name: 'example.org', atLeast }, zoneEvidence(lines))).toEqual(
    status,
  ),
)
