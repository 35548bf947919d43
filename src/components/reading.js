const root = document.documentElement
const colours = [...document.querySelectorAll('[name=theme-color]')].map((meta) => [meta, meta.content])
const show = (theme) => {
  root.dataset.theme = theme
  for (const [meta, own] of colours)
    meta.content = theme === 'system' ? own : getComputedStyle(root).backgroundColor
}
let known
try {
  known = localStorage.theme
} catch {}
const choice = known && document.querySelector(`[name=theme][value=${CSS.escape(known)}]`)
if (choice) {
  choice.checked = true
  show(known)
}
addEventListener('change', ({ target }) => {
  if (target.name !== 'theme') return
  show(target.value)
  try {
    localStorage.theme = target.value
  } catch {}
})
addEventListener('keydown', (event) => {
  const { key, target } = event
  const keys = event.ctrlKey || event.metaKey
  if (keys ? key !== 'k' : key !== '/' || target.closest('input,textarea,select')) return
  event.preventDefault()
  const field = document.querySelector('main [type=search]')
  field ? field.focus() : document.querySelector('.find').click()
})
addEventListener('click', (event) => {
  const link = event.target.closest('[data-player]')
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  const frame = document.createElement('iframe')
  frame.title = link.querySelector('b').textContent
  frame.allow = 'autoplay; fullscreen; picture-in-picture'
  frame.src = link.dataset.player
  link.replaceWith(frame)
  frame.focus()
})
