/**
 * Text compares byte by byte on SQLite; on PostgreSQL it does so only under the collation "C", which a Prisma schema
 * cannot say. So the migration says it, for every column: two columns of different collations cannot be compared.
 */
export const collate = (sql: string): string =>
  sql.replace(/^(\s+"\w+" TEXT|ALTER TABLE "\w+" ADD COLUMN\s+"\w+" TEXT)\b/gm, '$1 COLLATE "C"')
