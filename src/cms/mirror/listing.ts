import type { DatabaseSync } from 'node:sqlite'

/** What the lake lists during one pull; it lies in a table, so that it may be long. */
export type Listing = {
  note(id: string, rev: string): void
  /** A document that was listed has gone meanwhile. */
  strike(id: string): void
  count(): number
  /** How many documents are listed in a revision that is not known yet. */
  newsCount(): number
  /** Some of those, each once; fewer where their ids are so long that an address would not hold them. */
  takeNews(size: number): { id: string; rev: string }[]
  /** Ids that are known, and were not listed. */
  unlisted(): string[]
}

/** Characters of ids for one request: Sanity's own client makes addresses of up to 11,264. */
const mostCharacters = 8000

/** @param revision the newest revision that is known of a document */
export function beginListing(db: DatabaseSync, revision: (id: string) => string | undefined): Listing {
  db.exec(`
    create temp table if not exists listed (
      id text primary key, rev text not null, is_news integer not null
    ) without rowid;
    create index if not exists temp.listed_news on listed (id) where is_news = 1;
    delete from listed;
  `)
  const note = db.prepare('insert or replace into listed values (?, ?, ?)')
  const strike = db.prepare('delete from listed where id = ?')
  const count = db.prepare('select count(*) as count from listed')
  const newsCount = db.prepare('select count(*) as count from listed where is_news = 1')
  const news = db.prepare('select id, rev from listed where is_news = 1 limit ?')
  const take = db.prepare('update listed set is_news = 0 where id = ?')
  const unlisted = db.prepare(
    'select distinct id from version v where not exists (select 1 from listed l where l.id = v.id) order by id',
  )
  return {
    note: (id, rev) => note.run(id, rev, revision(id) === rev ? 0 : 1),
    strike: (id) => strike.run(id),
    count: () => Number(count.get()?.count),
    newsCount: () => Number(newsCount.get()?.count),
    takeNews(size) {
      let characters = 0
      const some = news.all(size).map(({ id, rev }) => ({ id: String(id), rev: String(rev) }))
      const fitting = some.filter(({ id }, index) => {
        characters += encodeURIComponent(id).length + 1
        return index === 0 || characters <= mostCharacters
      })
      for (const { id } of fitting) take.run(id)
      return fitting
    },
    unlisted: () => unlisted.all().map(({ id }) => String(id)),
  }
}
