/** A folder in Sanity's export layout, or a file of documents in a folder. */
export type ExportSource = {
  folder: string
  /** Name of the file with the documents. */
  data: string
  /** Whether all that lies in `images/` and `files/` belongs to it, shown by a document or not. */
  whole: boolean
  /** How to call one of its entries in front of people. */
  nameOf: (entry: string) => string
}
