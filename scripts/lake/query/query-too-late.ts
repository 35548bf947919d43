/** A query that has taken longer than it may, or is sure to. */
export class QueryTooLate extends Error {}
