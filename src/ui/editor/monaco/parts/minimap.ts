import { createFastDomNode } from 'monaco-editor/base/browser/fastDomNode.js'
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
