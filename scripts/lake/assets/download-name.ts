const longest = 200

/** A `content-disposition` that saves under this name, whatever characters are in it. */
export function attachment(name: string): string {
  const safe = fileName(name)
  const plain = safe.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const encoded = encodeURIComponent(safe).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`
}

/** Without anything that would lead to another folder, hide the name's end or turn it round. */
function fileName(name: string): string {
  const flat = name
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .replace(/[/\\:]/g, '_')
    .replace(/^\.+/, '')
    .trim()
  return [...flat].slice(0, longest).join('') || 'download'
}
