import { createFastDomNode } from 'monaco-editor/base/browser/fastDomNode.js'
import { DynamicViewOverlay } from 'monaco-editor/editor/browser/view/dynamicViewOverlay.js'
import { ViewPart } from 'monaco-editor/editor/browser/view/viewPart.js'

/** A picture of the whole text beside it: off, so an empty element. */
export class Minimap extends ViewPart {
  private readonly element = createFastDomNode(document.createElement('div'))

  getDomNode(): unknown {
    return this.element
  }

  prepareRender(): void {}
  render(): void {}
}

/** Marks in the scroll bar: off, since `overviewRulerLanes` is 0. */
export class DecorationsOverviewRuler extends ViewPart {
  private readonly element = Object.assign(document.createElement('div'), { hidden: true })

  getDomNode(): HTMLElement {
    return this.element
  }

  prepareRender(): void {}
  render(): void {}
}

/** Lines that show how far a text is indented: `guides.indentation` is off, and there are no brackets. */
export class IndentGuidesOverlay extends DynamicViewOverlay {
  prepareRender(): void {}
  render(): string {
    return ''
  }
}
