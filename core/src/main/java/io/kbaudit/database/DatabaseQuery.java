package io.kbaudit.database;

/**
 * The query whose result says all that is asked about a database. It leaves the count of rows on,
 * by which a result that was cut is seen.
 */
public final class DatabaseQuery {

  /** T-SQL for SQL Server 2005 and later, to be run in the database that is asked about. */
  public static final String TEXT =
      """
      SELECT DB_NAME() AS database_name, s.name AS schema_name, o.name AS name,
        RTRIM(o.type) AS type, p.name AS table_name
      FROM sys.objects AS o
      JOIN sys.schemas AS s ON s.schema_id = o.schema_id
      LEFT JOIN sys.objects AS p ON p.object_id = o.parent_object_id
      WHERE o.is_ms_shipped = 0
      UNION ALL
      SELECT DB_NAME(), s.name, i.name, 'INDEX', o.name
      FROM sys.indexes AS i
      JOIN sys.objects AS o ON o.object_id = i.object_id
      JOIN sys.schemas AS s ON s.schema_id = o.schema_id
      WHERE i.name IS NOT NULL AND o.is_ms_shipped = 0
      ORDER BY 2, 3, 5;
      """;

  private DatabaseQuery() {}
}
