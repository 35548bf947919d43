/** Raised whenever an older program could no longer read what this one writes. */
export const formatVersion = 2

/**
 * - `documents.head` is the document as JSON, with `null` for each field named in `large_fields`; these are in `large`.
 *   Whoever scans a dataset reads heads only (see document-parts.ts).
 * - `documents.versions_of` and `changes.versions_of` are the id that a draft, a version and the published document share.
 * - `document_references` holds every `_ref`; `is_strong` marks those that protect their target from deletion.
 * - `changes.revert` is a Mendoza patch that leads from the state after a change to the state before it. It applies to
 *   the state after it of the document `revert_of`, where that is not null: a published draft goes back to being
 *   nearly what was published.
 */
export const schema = `
  create table if not exists datasets (
    name text primary key,
    acl_mode text not null,
    created_at text not null
  ) strict;

  create table if not exists documents (
    dataset text not null,
    id text not null,
    versions_of text not null,
    head text not null,
    large text,
    large_fields text,
    primary key (dataset, id)
  ) strict;

  create index if not exists documents_by_group on documents (dataset, versions_of);

  create table if not exists document_references (
    dataset text not null,
    target text not null,
    source text not null,
    is_strong integer not null,
    primary key (dataset, target, source)
  ) strict, without rowid;

  create index if not exists references_by_source on document_references (dataset, source);

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
    versions_of text not null,
    revert text not null,
    revert_of text,
    mutations text not null,
    primary key (sequence, position)
  ) strict, without rowid;

  create index if not exists changes_by_group on changes (dataset, versions_of, sequence);

  create table if not exists settings (
    key text primary key,
    value text not null,
    updated_at text not null
  ) strict;
`
