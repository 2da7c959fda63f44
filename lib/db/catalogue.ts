import { PrismaPg } from '@prisma/adapter-pg'
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils'

/** Object ids of PostgreSQL's types: the single-byte "char" of its catalogues, and text. */
const CHAR = 18
const TEXT = 25

type Connection = Awaited<ReturnType<PrismaPg['connect']>>
type Query = (...parts: unknown[]) => Promise<{ fields?: { dataTypeID: number }[] }>
/** What of a connection is its own affair, and used here. */
interface Inner {
  client: { query: Query }
  onError: (error: unknown) => never
}

/** The driver's results, with "char" passed off as text so that the adapter reads it; returns which columns were. */
const passingChar = (connection: Connection): (() => number[]) => {
  const { client } = connection as unknown as Inner
  const query = client.query.bind(client)
  let chars: number[] = []
  client.query = async (...parts) => {
    const result = await query(...parts)
    const fields = result.fields ?? []
    chars = fields.flatMap(({ dataTypeID }, i) => (dataTypeID === CHAR ? [i] : []))
    for (const i of chars) if (fields[i]) fields[i].dataTypeID = TEXT
    return result
  }
  return () => chars
}

/**
 * An adapter that reads "char", in which PostgreSQL's catalogues answer the schema engine; Prisma's own refuses the
 * type. The engine asks one thing after another, so the last result is the one that was asked for. Migrations may hold
 * functions.
 */
export class CatalogueReader extends PrismaPg {
  override async connect(): Promise<Connection> {
    const connection = await super.connect()
    const charsOfLast = passingChar(connection)
    const queryRaw = connection.queryRaw.bind(connection)
    // Prisma's own cuts a script at every semicolon, the ones within a function too.
    const { client, onError } = connection as unknown as Inner
    connection.executeScript = async (script) => {
      await client.query(script).catch(onError.bind(connection))
    }
    connection.queryRaw = async (query) => {
      const result = await queryRaw(query)
      for (const i of charsOfLast()) result.columnTypes[i] = ColumnTypeEnum.Character
      return result
    }
    return connection
  }
}
