import type { Locator } from '@playwright/test'

/** What was written elsewhere, in pieces that every program can write. */
export type Written = {
  heading: string
  strong: string
  link: string
  bullets: string[]
  paragraphs: string[]
}

/** A text of about so many words, each paragraph different. */
export function longText(words: number): Written {
  const sentence = (n: number) =>
    `Point ${n} came up between the second and the third round, and nobody at the table wanted to be the one who minuted it.`
  const length = sentence(10).split(' ').length
  return {
    heading: 'What was on the table',
    strong: 'said loudly',
    link: 'https://example.org/minutes',
    bullets: ['Reports that nobody reads', 'Meetings about meetings'],
    paragraphs: Array.from({ length: Math.ceil(words / length) }, (_, index) => sentence(index + 1)),
  }
}

/** As Word puts it on the clipboard: its own styles, conditional comments, lists as paragraphs with bullets typed in. */
export function fromWord({ heading, strong, link, bullets, paragraphs }: Written): string {
  const item = (text: string, index: number) =>
    `<p class=${index === 0 ? 'MsoListParagraphCxSpFirst' : 'MsoListParagraphCxSpLast'} style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]><span lang=EN-GB>${text}<o:p></o:p></span></p>`
  return `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40"><head><meta name=ProgId content=Word.Document><meta name=Generator content="Microsoft Word 15"><!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]--><style><!-- p.MsoNormal {margin:0cm; font-family:"Calibri",sans-serif;} h2 {color:#2F5496;} --></style></head><body lang=EN-GB style='tab-interval:36.0pt'><!--StartFragment--><h2 style='color:red'><span lang=EN-GB>${heading}<o:p></o:p></span></h2><p class=MsoNormal style='margin-bottom:12.0pt'><span lang=EN-GB style='font-size:18.0pt;color:red'>It was <b>${strong}</b> and <a href="${link}" onclick="alert(1)">written down</a>.<o:p></o:p></span></p>${bullets.map(item).join('')}${paragraphs.map((text) => `<p class=MsoNormal><span lang=EN-GB style='mso-fareast-language:EN-US'>${text}<o:p></o:p></span></p>`).join('')}<!--EndFragment--></body></html>`
}

/** As Google Docs does: everything in a bold that is not bold, and a style on every span. */
export function fromGoogleDocs({ heading, strong, link, bullets, paragraphs }: Written): string {
  const span = (text: string, style = '') =>
    `<span style="font-size:11pt;font-family:Arial,sans-serif;color:#000000;background-color:transparent;${style}">${text}</span>`
  const block = (content: string) => `<p dir="ltr" style="line-height:1.38;margin-top:0pt">${content}</p>`
  return `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-5b1f0c2e-7fff-1111-2222-333344445555"><h2 dir="ltr" style="line-height:1.38">${span(heading, 'font-weight:400;font-size:16pt')}</h2>${block(`${span('It was ', 'font-weight:400')}${span(strong, 'font-weight:700')}${span(' and ', 'font-weight:400')}<a href="${link}" style="text-decoration:none">${span('written down', 'color:#1155cc;text-decoration:underline')}</a>${span('.', 'font-weight:400')}`)}<ul style="margin-top:0">${bullets.map((text) => `<li dir="ltr" style="list-style-type:disc" aria-level="1"><p dir="ltr" role="presentation">${span(text, 'font-weight:400')}</p></li>`).join('')}</ul>${paragraphs.map((text) => block(span(text, 'font-weight:400'))).join('')}</b>`
}

/** As a browser copies a web page: whatever its author put in it. */
export function fromWebPage({ heading, strong, link, bullets, paragraphs }: Written): string {
  return `<style>.lead{color:red}</style><script>window.pasted = true</script><article class="lead" style="position:fixed"><h2 class="t" id="x">${heading}</h2><p onmouseover="window.pasted = true">It was <strong style="color:red">${strong}</strong> and <a href="${link}" target="_blank" rel="noopener">written down</a>. <a href="javascript:window.pasted=true">Accept all</a></p><iframe src="https://ads.example/frame"></iframe><img src="x" onerror="window.pasted = true"><ul>${bullets.map((text) => `<li>${text}</li>`).join('')}</ul>${paragraphs.map((text) => `<div class="p"><p>${text}</p></div>`).join('')}<form><input value="subscribe"><button>Go</button></form><svg onload="window.pasted=true"><script>window.pasted=true</script></svg></article>`
}

/** Pastes HTML where the cursor is, as a browser does for somebody who presses the keys for it. */
export async function paste(editor: Locator, html: string): Promise<void> {
  await editor.focus()
  await editor.evaluate((element, text) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', text)
    clipboardData.setData(
      'text/plain',
      new DOMParser().parseFromString(text, 'text/html').body.textContent ?? '',
    )
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, html)
}
