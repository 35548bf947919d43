/** Raised whenever an older program could no longer read what this one writes. */
export const formatVersion = 1

export const schema = `
  create table if not exists datasets (
    name text primary key,
    acl_mode text not null,
    created_at text not null
  ) strict;

  create table if not exists documents (
    dataset text not null,
    id text not null,
    body text not null,
    primary key (dataset, id)
  ) strict;

  create table if not exists transactions (
    sequence integer primary key autoincrement,
    dataset text not null,
    id text not null,
    timestamp text not null,
    author text not null,
    actions text not null,
    unique (dataset, id)
  ) strict;

  create table if not exists changes (
    dataset text not null,
    sequence integer not null,
    position integer not null,
    document text not null,
    before text,
    mutations text not null,
    primary key (sequence, position)
  ) strict, without rowid;

  create index if not exists changes_by_document on changes (dataset, document, sequence);

  create table if not exists settings (
    key text primary key,
    value text not null,
    updated_at text not null
  ) strict;

  pragma user_version = ${formatVersion};
`
