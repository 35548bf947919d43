import type { DatabaseSync } from 'node:sqlite'
import { standing } from './standing.ts'

/** Counted up with every change to the tables; a mirror with other ones begins anew. */
export const layout = 5

/** Tables that have more of a version, by its number. */
export const parts = ['head', 'text', 'reference'] as const

/**
 * Versions of documents lie in several tables, so that reading what is short passes over nothing long: heads lie ten to
 * a page, texts have one each. `reference` has what each parsed version refers to: `place` counts the references of a
 * version, `types` are those that one may lead to, with a space around each. `change` is the log: which document
 * changed, and the entry that it had before. `state` has one row.
 */
export function createTables(db: DatabaseSync): void {
  db.exec(`
    create table version (
      number integer primary key, id text not null, standing integer not null, type text not null, rev text not null,
      updated text not null, created text, slug text, entry text, refusal text
    );
    create unique index version_of_document on version (id, standing);
    create index version_at_address on version (slug, type) where slug is not null;
    create index version_with_refusal on version (id) where refusal is not null;
    create index version_not_good on version (standing, number) where standing <> ${standing.good};
    create index version_updated on version (updated);
    create table head (number integer primary key, json text not null);
    create table text (number integer primary key, body text, stored text not null);
    create table reference (
      number integer not null, place integer not null, target text not null, types text not null,
      primary key (number, place)
    ) without rowid;
    create index reference_to on reference (target, number);
    create table change (sequence integer primary key autoincrement, id text not null, entry text);
    create table state (
      source text not null, fingerprint text not null, name text not null, lake_time text not null, newest text not null
    );
    pragma user_version = ${layout};
  `)
}
