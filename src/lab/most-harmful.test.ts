import { expect, test } from 'vitest'
import type { Diagnostic, Severity } from '../core/diagnostic.ts'
import { span } from '../core/span.ts'
import { mostHarmful } from './most-harmful.ts'

const finding = (severity: Severity, at: number): Diagnostic => ({
  ...{ code: `zone/${at}`, messageId: 'x', severity, message: '', why: '', file: 'example.org' },
  ...{ source: { rfc: 1035, section: '5.1' }, span: span(at, at + 1), fixes: [], related: [] },
})
const given = (['info', 'error', 'hint', 'warning', 'error'] as const).map(finding)
const codes = (found: readonly Diagnostic[]) => found.map(({ code }) => code)

test('few findings stay as they are', () => expect(mostHarmful(given, 5)).toBe(given))

test('of many those that harm most stay, in their order', () => {
  expect(codes(mostHarmful(given, 2))).toEqual(['zone/1', 'zone/4'])
  expect(codes(mostHarmful(given, 4))).toEqual(['zone/0', 'zone/1', 'zone/3', 'zone/4'])
})
