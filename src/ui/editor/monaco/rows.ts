import * as monaco from 'monaco-editor/editor'

type Editor = monaco.editor.ICodeEditor

const LINE_HEIGHT = monaco.editor.EditorOption.lineHeight

export interface Row {
  /** Drawn in the width of the text. */
  readonly element: HTMLElement
  /** The line that it stands below, from 1; 0 for the top. */
  readonly line: number
  /** Stands in the gutter beside it. */
  readonly sign?: string
  /** Rows below one line stand in this order; 0 by default. */
  readonly order?: number
}

/**
 * Puts rows of the page between the lines of an editor. A view zone makes the room, and an overlay
 * widget holds the row, since Monaco lets nothing in a view zone be clicked or focused.
 */
export class Rows {
  private readonly editor: Editor
  private count = 0

  constructor(editor: Editor) {
    this.editor = editor
  }

  /** @returns Takes the row away. */
  add({ element, line, sign, order }: Row): () => void {
    const widget = this.widgetOf(element)
    // Within the editor it has its height, before its room is made.
    this.editor.addOverlayWidget(widget)
    const space = {
      ...this.spaceFor(element, sign),
      afterLineNumber: line,
      ordinal: order ?? 0,
    }
    let id = ''
    this.editor.changeViewZones((zones) => (id = zones.addZone(space)))
    if (this.editor.hasTextFocus() && this.editor.getPosition()?.lineNumber === line)
      this.showWhole(line, element)
    const measure = () => {
      const height = element.offsetHeight
      if (!height || height === space.heightInPx) return
      space.heightInPx = height
      this.editor.changeViewZones((zones) => zones.layoutZone(id))
      if (element.contains(document.activeElement)) this.showWhole(line, element)
    }
    const sizes = new ResizeObserver(measure)
    sizes.observe(element)
    const layout = this.editor.onDidLayoutChange(() => this.fit(element))
    const stayPut = () => this.undoScroll()
    element.addEventListener('focusin', stayPut)
    return () => {
      sizes.disconnect()
      layout.dispose()
      element.removeEventListener('focusin', stayPut)
      this.editor.changeViewZones((zones) => zones.removeZone(id))
      this.editor.removeOverlayWidget(widget)
    }
  }

  /** Scrolls as far as the row's end, if its line stays in sight. */
  private showWhole(line: number, element: HTMLElement): void {
    const { editor } = this
    const room = editor.getLayoutInfo().height - this.editor.getOption(LINE_HEIGHT)
    const bottom = editor.getBottomForLineNumber(line) + Math.min(element.offsetHeight, room)
    const over = bottom - editor.getScrollTop() - editor.getLayoutInfo().height
    if (over > 0) editor.setScrollTop(editor.getScrollTop() + over)
  }

  private widgetOf(element: HTMLElement): monaco.editor.IOverlayWidget {
    const name = `row-${this.count++}`
    element.classList.add('zone-row')
    element.style.visibility = 'hidden'
    this.fit(element)
    return { getId: () => name, getDomNode: () => element, getPosition: () => null }
  }

  private spaceFor(element: HTMLElement, sign = '') {
    const height = this.editor.getLayoutInfo().height
    const domNode = document.createElement('div')
    const marginDomNode = document.createElement('div')
    marginDomNode.className = 'zone-row-sign'
    marginDomNode.textContent = sign
    return {
      ...{ showInHiddenAreas: true, suppressMouseDown: true },
      ...{ heightInPx: element.offsetHeight || 24, domNode, marginDomNode },
      onDomNodeTop: (top: number) => {
        element.style.top = `${top}px`
        // Out of sight it must not take the focus: Monaco’s frame would scroll to it.
        const isNear = top > -10 * height && top < 10 * height
        element.style.visibility = isNear ? '' : 'hidden'
      },
    }
  }

  private fit(element: HTMLElement): void {
    const { contentLeft, contentWidth, verticalScrollbarWidth } = this.editor.getLayoutInfo()
    element.style.left = `${contentLeft}px`
    element.style.width = `${contentWidth - verticalScrollbarWidth}px`
  }

  /** A browser scrolls to what gets the focus, and Monaco knows nothing of it: it scrolls itself. */
  private undoScroll(): void {
    const frame = this.editor.getDomNode()?.querySelector('.overflow-guard')
    if (!frame?.scrollTop) return
    const by = frame.scrollTop
    frame.scrollTop = 0
    this.editor.setScrollTop(this.editor.getScrollTop() + by)
  }
}
