/**
 * Modules of xterm's source that have a smaller one in the built site, because what they are for is off or
 * never called here: path inside its `src/` ▶ file beside this one.
 */
export const replaced: Readonly<Record<string, string>> = {
  'browser/AccessibilityManager.ts': 'off.ts',
  'browser/OscLinkProvider.ts': 'off.ts',
  'browser/decorations/BufferDecorationRenderer.ts': 'off.ts',
  'browser/decorations/OverviewRulerRenderer.ts': 'off.ts',
  'browser/services/CharacterJoinerService.ts': 'off.ts',
  'common/input/UnicodeV6.ts': 'widths.ts',
  'common/services/DecorationService.ts': 'off.ts',
  'vs/base/browser/browser.ts': 'machine.ts',
  'vs/base/browser/dom.ts': 'dom.ts',
  'vs/base/browser/iframe.ts': 'frames.ts',
  'vs/base/browser/keyboardEvent.ts': 'off.ts',
  'vs/base/browser/touch.ts': 'off.ts',
  'vs/base/browser/ui/scrollbar/scrollbarArrow.ts': 'off.ts',
  'vs/base/common/async.ts': 'timer.ts',
  'vs/base/common/platform.ts': 'machine.ts',
}
