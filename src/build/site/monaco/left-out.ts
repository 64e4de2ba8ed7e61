/** Names by the module of Monaco that has them: its path inside `esm/`. */
export type NamesOf = Readonly<Record<string, readonly string[]>>

/** What of Monaco is left out for one reason. */
export interface LeftOut {
  readonly why: string
  /** Whole modules, each with all names that it exports. */
  readonly modules?: NamesOf
  /** Classes and functions of modules that stay. */
  readonly within?: NamesOf
}

/**
 * What of Monaco is never on here, by what keeps it off. Their names stand in the built site as functions that
 * throw, so that what names them in passing (`extends`, `instanceof`, a service to be made when it is asked for)
 * goes on as before.
 */
export const leftOut: readonly LeftOut[] = [
  {
    why: 'A document is one text: no texts are compared.',
    modules: {
      'vs/editor/browser/widget/diffEditor/diffEditorWidget.js': [
        'DiffEditorWidget',
        'toLineChanges',
      ],
      'vs/editor/browser/widget/multiDiffEditor/multiDiffEditorWidget.js': [
        'MultiDiffEditorWidget',
      ],
    },
  },
  {
    why: 'The page has its own palette; no feature that asks in a box at the top is registered.',
    modules: {
      'vs/editor/standalone/browser/quickInput/standaloneQuickInputService.js': [
        'QuickInputEditorContribution',
        'QuickInputEditorWidget',
        'StandaloneQuickInputService',
      ],
    },
  },
  {
    why: 'Lines are drawn as elements: `experimentalGpuAcceleration` is off.',
    modules: {
      'vs/editor/browser/viewParts/viewLinesGpu/viewLinesGpu.js': ['ViewLinesGpu'],
      'vs/editor/browser/viewParts/gpuMark/gpuMark.js': ['GpuMarkOverlay'],
      'vs/editor/browser/viewParts/rulersGpu/rulersGpu.js': ['RulersGpu'],
      'vs/editor/browser/gpu/viewGpuContext.js': ['ViewGpuContext'],
    },
  },
  {
    why: 'Our languages colour line by line (tokens.ts): none has a grammar of Tree-sitter or Monarch, or names what its words mean.',
    modules: {
      'vs/editor/common/model/tokens/treeSitter/treeSitterSyntaxTokenBackend.js': [
        'TreeSitterSyntaxTokenBackend',
      ],
      'vs/editor/common/services/semanticTokensStylingService.js': ['SemanticTokensStylingService'],
      'vs/editor/standalone/common/monarch/monarchLexer.js': ['MonarchTokenizer'],
      'vs/editor/standalone/common/monarch/monarchCompile.js': ['compile'],
    },
  },
  {
    why: 'Hovers ask whether a part of them is one of these; no provider of ours makes them.',
    modules: {
      'vs/editor/contrib/inlayHints/browser/inlayHintsHover.js': ['InlayHintsHover'],
      'vs/editor/contrib/colorPicker/browser/hoverColorPicker/hoverColorPickerParticipant.js': [
        'ColorHover',
        'HoverColorPickerParticipant',
      ],
      'vs/editor/contrib/inlineCompletions/browser/hintsWidget/inlineCompletionsHintsWidget.js': [
        'CustomizedMenuWorkbenchToolBar',
        'InlineCompletionsHintsWidget',
        'InlineSuggestionHintsContentWidget',
      ],
    },
  },
  {
    why: 'Offers and fixes have their own lists; the service is for trees and tables, of which there are none.',
    modules: {
      'vs/platform/list/browser/listService.js': [
        'IListService',
        'ListService',
        'RawWorkbenchListFocusContextKey',
        'RawWorkbenchListScrollAtBoundaryContextKey',
        'WorkbenchAsyncDataTree',
        'WorkbenchCompressibleAsyncDataTree',
        'WorkbenchCompressibleObjectTree',
        'WorkbenchDataTree',
        'WorkbenchList',
        'WorkbenchListDoubleSelection',
        'WorkbenchListFocusContextKey',
        'WorkbenchListHasSelectionOrFocus',
        'WorkbenchListMultiSelection',
        'WorkbenchListSelectionNavigation',
        'WorkbenchListSupportsFind',
        'WorkbenchListSupportsMultiSelectContextKey',
        'WorkbenchObjectTree',
        'WorkbenchPagedList',
        'WorkbenchTable',
        'WorkbenchTreeElementCanCollapse',
        'WorkbenchTreeElementCanExpand',
        'WorkbenchTreeElementHasChild',
        'WorkbenchTreeElementHasParent',
        'WorkbenchTreeFindOpen',
        'WorkbenchTreeStickyScrollFocused',
      ],
    },
  },
  {
    why: 'No menu of the editor holds a box to select from, and none of its buttons moves when it is pressed.',
    modules: {
      'vs/base/browser/ui/selectBox/selectBox.js': ['SelectBox', 'SeparatorSelectOption'],
      'vs/base/browser/ui/animations/animations.js': [
        'bounceElement',
        'captureAnimationTarget',
        'triggerClickAnimation',
        'triggerConfettiAnimation',
        'triggerFloatingIconsAnimation',
        'triggerPulseWaveAnimation',
        'triggerRadiantLinesAnimation',
      ],
    },
  },
  {
    why: 'Our languages are known by their names, never by those of files.',
    modules: {
      'vs/base/common/glob.js': [
        'GLOBSTAR',
        'GLOB_SPLIT',
        'isRelativePattern',
        'match',
        'parse',
        'splitGlobAware',
      ],
    },
  },
  {
    why: 'Documents have addresses of ours, and none is a file of Windows (parts/paths.ts).',
    within: { 'vs/base/common/path.js': ['win32'] },
  },
  {
    why: 'Colours are given by their digits (theme.ts), never by names of CSS.',
    within: { 'vs/base/common/color.js': ['parseNamedKeyword'] },
  },
  {
    why: 'The menu of the editor is one list: none of its rows opens another menu.',
    within: { 'vs/base/browser/ui/menu/menu.js': ['SubmenuMenuActionViewItem'] },
  },
  {
    why: 'The first offer is the one that is taken: `suggestSelection` is `first`.',
    within: {
      'vs/editor/contrib/suggest/browser/suggestMemory.js': ['LRUMemory', 'PrefixMemory'],
    },
  },
  {
    why: 'There are no inline completions to be put off.',
    modules: {
      'vs/editor/browser/services/inlineCompletionsService.js': [
        'CancelSnoozeInlineCompletion',
        'IInlineCompletionsService',
        'InlineCompletionsService',
        'SnoozeInlineCompletion',
      ],
    },
  },
  {
    why: 'Offers are not sorted by how near a word stands: `suggest.localityBonus` is off.',
    modules: {
      'vs/editor/contrib/smartSelect/browser/bracketSelections.js': [
        'BracketSelectionRangeProvider',
      ],
    },
  },
  {
    why: 'Nothing that is on has work for a Worker (parts/worker-service.ts).',
    modules: {
      'vs/editor/standalone/browser/standaloneWebWorker.js': ['createWebWorker'],
      'vs/editor/standalone/browser/services/standaloneWebWorkerService.js': [
        'StandaloneWebWorkerService',
      ],
    },
  },
  {
    why: 'Asked for where an environment variable is set to debug Monaco itself.',
    modules: {
      'vs/base/common/observableInternal/logging/debugger/devToolsLogger.js': ['DevToolsLogger'],
    },
  },
  {
    why: 'No character is marked because it looks like another one: that feature is not registered.',
    within: {
      'vs/base/common/strings.js': ['AmbiguousCharacters', 'InvisibleCharacters'],
    },
  },
]
