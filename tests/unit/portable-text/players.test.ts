import { expect, it } from 'vitest'
import { playerOf } from '../../../src/portable-text/players.ts'

const youTube = 'https://www.youtube-nocookie.com/embed/abcdefghij_?autoplay=1'
const vimeo = 'https://player.vimeo.com/video/76979871?autoplay=1&dnt=1'

it.each([
  ['https://www.youtube.com/watch?v=abcdefghij_', youTube],
  ['https://m.youtube.com/watch?list=x&v=abcdefghij_', youTube],
  ['https://youtu.be/abcdefghij_?si=x', youTube],
  ['https://www.youtube.com/shorts/abcdefghij_', youTube],
  ['https://www.youtube.com/live/abcdefghij_', youTube],
  ['https://www.youtube.com/embed/abcdefghij_', youTube],
  ['https://youtu.be/abcdefghij_?t=90', `${youTube}&start=90`],
  ['https://youtu.be/abcdefghij_?t=1h2m3s', `${youTube}&start=3723`],
  ['https://vimeo.com/76979871', vimeo],
  ['https://vimeo.com/channels/staffpicks/76979871', vimeo],
  ['https://player.vimeo.com/video/76979871', vimeo],
  ['https://vimeo.com/76979871/8272103f6e', `${vimeo}&h=8272103f6e`],
])('knows the player of %s', (url, address) => expect(playerOf(url)?.address).toBe(address))

it.each([
  'https://www.youtube.com/@somebody',
  'https://www.youtube.com/watch?v="><script>',
  'https://youtu.be/',
  'https://vimeo.com/somebody',
  'https://youtube.com.evil.example/watch?v=abcdefghij_',
  'https://example.org/watch?v=abcdefghij_',
])('knows none of %s', (url) => expect(playerOf(url)).toBeUndefined())
