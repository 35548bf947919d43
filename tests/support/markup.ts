import { HtmlValidate, Parser } from 'html-validate'

const config = new HtmlValidate({ elements: ['html5'] }).getConfigForSync('page.html')

/**
 * Elements of a piece of HTML in their order, each with the names of its attributes: `a[href]`.
 * @throws where it cannot be read as HTML
 */
export function skeletonOf(html: string): string[] {
  return new Parser(config)
    .parseHtml(html)
    .querySelectorAll('*')
    .map(({ tagName, attributes }) => `${tagName}[${attributes.map(({ key }) => key).join(' ')}]`)
}
