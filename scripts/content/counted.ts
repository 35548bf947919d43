export function countedDocuments(count: number): string {
  return count === 1 ? '1 document' : `${count} documents`
}

export function countedAssets(count: number): string {
  return count === 1 ? '1 picture or file' : `${count} pictures and files`
}
