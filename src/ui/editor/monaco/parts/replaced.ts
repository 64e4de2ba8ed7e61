/** File beside this one by what it stands for. */
export type Parts = Readonly<Record<string, string>>

/**
 * Modules of Monaco that have a smaller one in the built site, because what they are for is off or never called
 * here: path inside its `esm/` ▶ file beside this one. What has no behaviour at all is listed in
 * `src/build/site/monaco/left-out.ts`.
 */
export const replaced: Parts = {
  'vs/base/browser/markdownRenderer.js': 'markdown.ts',
  'vs/editor/browser/services/editorWorkerService.js': 'worker-service.ts',
  'vs/editor/browser/config/migrateOptions.js': 'off.ts',
  'vs/editor/browser/viewParts/indentGuides/indentGuides.js': 'empty-views.ts',
  'vs/editor/browser/viewParts/minimap/minimap.js': 'empty-views.ts',
  'vs/editor/browser/viewParts/overviewRuler/decorationsOverviewRuler.js': 'empty-views.ts',
  'vs/editor/browser/widget/markdownRenderer/browser/editorMarkdownCodeBlockRenderer.js': 'off.ts',
  'vs/editor/common/model/guidesTextModelPart.js': 'off.ts',
  'vs/editor/common/model/bracketPairsTextModelPart/bracketPairsImpl.js': 'bracket-pairs.ts',
  'vs/editor/contrib/colorPicker/browser/hoverColorPicker/hoverColorPicker.js': 'off.ts',
  'vs/editor/contrib/dropOrPasteInto/browser/copyPasteController.js': 'off.ts',
  'vs/editor/contrib/format/browser/format.js': 'off.ts',
  'vs/editor/contrib/gotoError/browser/gotoError.js': 'go-to-error.ts',
  'vs/editor/contrib/gotoSymbol/browser/link/goToDefinitionAtPosition.js': 'off.ts',
  'vs/editor/contrib/hover/browser/glyphHoverController.js': 'off.ts',
  'vs/editor/contrib/snippet/browser/snippetController2.js': 'snippets.ts',
  'vs/editor/contrib/snippet/browser/snippetParser.js': 'snippets.ts',
  'vs/nls.js': 'nls.ts',
  'vs/platform/actionWidget/browser/actionList.js': 'action-list.ts',
  'vs/platform/clipboard/browser/clipboardService.js': 'clipboard.ts',
}

/** Classes and functions of modules that stay: module ▶ name ▶ file beside this one, which exports that name. */
export const replacedWithin: Readonly<Record<string, Parts>> = {
  'vs/base/common/path.js': { platformIsWin32: 'paths.ts' },
  'vs/base/common/strings.js': { GraphemeBreakTree: 'grapheme-break.ts' },
}
