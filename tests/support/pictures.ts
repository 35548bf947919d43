import sharp from 'sharp'

/** A JPEG of the given size in pixels: dusk over a river. */
export function drawnJpeg(width: number, height: number): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="70%" fill="#c9673c"/><rect y="70%" width="100%" height="30%" fill="#16222e"/></svg>`
  return sharp(Buffer.from(svg)).jpeg().toBuffer()
}
